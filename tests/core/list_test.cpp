// SPDX-License-Identifier: BSL-1.0
// Views of constant arrays.
#include "eczscore/core/list.hpp"

#include "catch_compat.hpp"

using namespace eczscore;

TEST_CASE("List: views an array from its first to its last element") {
    static constexpr int numbers[] = {3, 5, 8};
    const List<int> list = numbers;
    CHECK(list.size() == 3);
    CHECK(list.front() == 3);
    CHECK(list[1] == 5);
    CHECK(list.back() == 8);
    CHECK(list.data() == numbers);
    CHECK_FALSE(list.empty());
    int sum = 0;
    for (int n : list) sum += n;
    CHECK(sum == 16);
    CHECK(List<int>().empty());
    CHECK(List<int>().begin() == List<int>().end());
}
