// SPDX-License-Identifier: BSL-1.0
// Must not compile: an age that does not say years or months.
// expect: conversion from
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Age age = Age::years(8);
#else
constexpr Age age = 8;
#endif
