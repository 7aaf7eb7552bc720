// SPDX-License-Identifier: BSL-1.0
// Everything that scores, for a first program; larger ones include the headers they need.
#pragma once

#include "eczscore/core/version.hpp"
#include "eczscore/instruments.hpp"
#include "eczscore/score/band.hpp"
#include "eczscore/score/change.hpp"
#include "eczscore/score/diary.hpp"
#include "eczscore/score/explain.hpp"
#include "eczscore/score/marks.hpp"
#include "eczscore/score/rounding.hpp"
#include "eczscore/score/score.hpp"
#include "eczscore/score/strict.hpp"
#include "eczscore/score/table.hpp"
