// SPDX-License-Identifier: BSL-1.0
// Must not compile: an answer made from text without reading it.
// expect: conversion from
#include "base.hpp"

using namespace base;

#ifdef ECZSCORE_OK
constexpr Answer answer = 3;
#else
constexpr Answer answer = "3";
#endif
