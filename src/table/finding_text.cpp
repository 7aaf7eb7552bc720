// SPDX-License-Identifier: BSL-1.0
// Facts into words, by the names of the table's columns.
#include "eczscore/table/finding_text.hpp"

#include <vector>

#include "eczscore/core/parse.hpp"
#include "eczscore/io/printable.hpp"
#include "eczscore/report/layout.hpp"
#include "eczscore/report/number.hpp"
#include "eczscore/report/words.hpp"

namespace eczscore::table {

namespace {

using Kind = checks::Fact::Kind;

/// A column and what stands in it.
struct Written {
    std::string column;
    std::string value;
};

class Words {
public:
    Words(const CheckTable& table, std::span<const std::string_view> cells)
        : table_(table), cells_(cells) {}

    std::vector<Written> written(const checks::Fact& fact) const {
        const std::string number = report::number_text(fact.value);
        switch (fact.kind) {
            case Kind::item: return item(fact, number);
            case Kind::score: return {{id(fact) + "_score", number}};
            case Kind::typed: return {at(fact, table_.sources()[fact.source].typed, number)};
            case Kind::age: return age(fact, report::about_text(fact.value));
            case Kind::when: return {at(fact, table_.when(), day(fact.value))};
            case Kind::allowed:
            case Kind::instrument:
            case Kind::number: break;
        }
        return {};
    }

    /// `poem_itch is 0`, or the value alone, with the visit where it is another one.
    std::string phrase(const checks::Fact& fact, bool value_alone) const {
        if (fact.kind == Kind::number) return report::about_text(fact.value);
        if (fact.kind == Kind::instrument) return id(fact);
        if (fact.kind == Kind::allowed) {
            return report::allowed_text(item_at(instrument(fact), fact.item));
        }
        std::string text;
        for (const Written& each : written(fact)) {
            const std::string value = each.value.empty()     ? "blank"
                                      : is_plain(each.value) ? each.value
                                                             : io::quoted_text(each.value);
            text += text.empty() ? "" : " and ";
            if (!value_alone) text += each.column + " is ";
            text += value;
        }
        if (fact.line == 0) return text;
        if (!fact.visit.empty()) text += " at " + shortened(fact.visit);
        return text + " (line " + std::to_string(fact.line) + ")";
    }

private:
    /// As it is; of a long text the beginning, in quotes.
    static std::string shortened(std::string_view text) {
        std::string out;
        const bool is_short = io::append_printable(out, text, io::most_quoted) <= io::most_quoted;
        return is_short ? out : io::quoted_text(text);
    }
    /// A number, a word or a date: what needs no quotes in a sentence.
    static bool is_plain(std::string_view text) {
        if (text.size() > io::most_quoted) return false;
        for (const char c : text) {
            const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (!letter && c != '.' && c != '_' && c != '-') return false;
        }
        return true;
    }

    const Instrument& instrument(const checks::Fact& fact) const {
        return *table_.layout()[fact.source].instrument;
    }
    std::string id(const checks::Fact& fact) const { return std::string(instrument(fact).id); }

    /// The cell of this row as it was written, where it is at hand and holds something.
    Written at(const checks::Fact& fact, std::size_t column, const std::string& value) const {
        if (column == no_column) return {"", value};
        Written result{table_.header()[column], value};
        if (fact.line == 0 && !cells_.empty()) result.value = trimmed(cells_[column]);
        return result;
    }

    std::vector<Written> item(const checks::Fact& fact, const std::string& number) const {
        const ItemColumns& columns = table_.sources()[fact.source].items.items[fact.item];
        if (cells_.empty() || fact.line != 0) {
            const bool graded = columns.value != no_column;
            return {at(fact, graded ? columns.value : columns.percent, number)};
        }
        std::vector<Written> all;
        for (const std::size_t column : {columns.value, columns.percent}) {
            if (column == no_column) continue;
            if (is_missing_cell(trimmed(cells_[column])) && columns.percent != no_column &&
                columns.value != no_column) {
                continue;
            }
            all.push_back(at(fact, column, number));
        }
        if (all.empty()) all.push_back(at(fact, columns.value, ""));
        return all;
    }

    std::vector<Written> age(const checks::Fact& fact, const std::string& years) const {
        const AgeColumns& columns = table_.age();
        if (columns.years != no_column) return {at(fact, columns.years, years)};
        return {at(fact, columns.months, report::about_text(fact.value * Exact(12)))};
    }

    std::string day(Exact value) const {
        return table_.has_dates() && value.is_integer() ? date_text(value.num())
                                                        : report::number_text(value);
    }

    const CheckTable& table_;
    std::span<const std::string_view> cells_;
};

}  // namespace

FindingText finding_text(const CheckTable& table, const checks::Finding& finding,
                         std::span<const std::string_view> cells) {
    const Words words(table, cells);
    FindingText result;
    for (const checks::Fact& fact : finding.facts) {
        for (const Written& each : words.written(fact)) {
            if (each.column.empty()) continue;
            const char* gap = result.columns.empty() ? "" : "; ";
            result.columns += gap + each.column;
            result.values += gap;
            if (each.value.empty()) result.values += "NA";
            io::append_printable(result.values, each.value, io::most_quoted);
        }
    }
    // {1} is `column is value` of the second fact, {v1} its value alone.
    std::string_view rest(finding.sentence);
    while (!rest.empty()) {
        const std::size_t open = rest.find('{');
        result.sentence += rest.substr(0, open);
        if (open == std::string_view::npos) break;
        rest.remove_prefix(open + 1);
        const bool value_alone = rest.starts_with('v');
        if (value_alone) rest.remove_prefix(1);
        const auto index = static_cast<std::size_t>(rest[0] - '0');
        if (index < finding.facts.size()) {
            result.sentence += words.phrase(finding.facts[index], value_alone);
        }
        rest.remove_prefix(2);
    }
    result.sentence = io::printable(result.sentence) + '.';
    return result;
}

}  // namespace eczscore::table
