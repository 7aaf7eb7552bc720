// SPDX-License-Identifier: BSL-1.0
// Must not compile: words are the only answers, but a value has none.
// expect: words_are_the_only_answers_but_a_value_has_none
#include "base.hpp"

using namespace base;

constexpr Word all_words[] = {{"better", 0}, {"same", 1}, {"worse", 2}};
constexpr Word two_words[] = {{"better", 0}, {"worse", 2}};
consteval Item category(List<Word> words) {
    Item made = item("category", whole_points(0, 2));
    made.words = words;
    made.labels_only = true;
    return made;
}
#ifdef ECZSCORE_OK
constexpr Item its_items[] = {category(all_words)};
#else
constexpr Item its_items[] = {category(two_words)};
#endif
constexpr Domain its_domains[] = {{"all", "All", 1, its_items, 2}};
constexpr Form its_forms[] = {{.id = "all", .label = "all", .domains = its_domains, .max = 2}};
constexpr Description proved_description = instrument(its_forms, 2, {});
constexpr auto proved = checked<proved_description>();
