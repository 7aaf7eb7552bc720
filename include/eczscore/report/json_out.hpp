// SPDX-License-Identifier: BSL-1.0
// Writes JSON as it comes, without a tree and without the heap.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "eczscore/core/text_out.hpp"
#include "eczscore/core/wide_exact.hpp"
#include "eczscore/io/json_string.hpp"
#include "eczscore/io/text_of.hpp"
#include "eczscore/report/double_text.hpp"

namespace eczscore::report {

/// How JSON is laid out.
enum class JsonStyle : std::uint8_t {
    pretty,  ///< a member a line, two spaces for each level
    compact  ///< in one line, without a blank
};

/// Writes one JSON document: valid JSON and valid UTF-8, whatever its strings hold. Members stand
/// in the order in which they are written; each name must be written once.
class JsonOut {
public:
    /// Writes into `out`, which must live as long as this.
    explicit JsonOut(TextOut& out, JsonStyle style = JsonStyle::pretty)
        : out_(out), style_(style) {}
    JsonOut(const JsonOut&) = delete;
    JsonOut& operator=(const JsonOut&) = delete;

    /// An object; `members()` writes them.
    template <std::invocable Members>
    void object(const Members& members) {
        nested('{', '}', members);
    }
    /// An array; `elements()` writes them.
    template <std::invocable Elements>
    void array(const Elements& elements) {
        nested('[', ']', elements);
    }
    /// The name of the member whose value is written next.
    JsonOut& key(std::string_view name) {
        begin_value();
        string(name);
        out_ << (style_ == JsonStyle::pretty ? ": " : ":");
        follows_key_ = true;
        return *this;
    }
    /// A member: its name and its value, which `value` takes or which writes one when it is called.
    template <class Value>
    void member(std::string_view name, const Value& its) {
        key(name);
        if constexpr (std::invocable<const Value&>) {
            its();
        } else {
            value(its);
        }
    }

    /// A string; bytes that are not UTF-8 are replaced.
    void value(std::string_view text) {
        begin_value();
        string(text);
    }
    /// The same.
    void value(Text text) { value(std::string_view(text)); }
    /// The same.
    void value(const char* text) { value(std::string_view(text)); }
    /// Null: there is no value.
    void value(std::nullptr_t) { raw("null"); }
    /// True or false.
    void value(bool truth) { raw(truth ? "true" : "false"); }
    /// A whole number.
    template <std::integral Whole>
        requires(!std::same_as<Whole, bool> && !std::same_as<Whole, char>)
    void value(Whole number) {
        begin_value();
        out_ << number;
    }
    /// Null for what is no number; infinities are words, because JSON has no others.
    void value(double number) {
        if (eczscore::detail::is_not_a_number(number)) return value(nullptr);
        if (eczscore::detail::is_infinite(number))
            return value(number > 0.0 ? "infinity" : "-infinity");
        char buffer[number_room];
        raw({buffer, static_cast<std::size_t>(write_json_double(buffer, number) - buffer)});
    }
    /// Whole where it is whole, else the nearest `double`; null for what is no number.
    void value(Exact number) {
        if (number.is_integer()) return value(number.num());
        value(number.to_double());
    }
    /// The same of a difference or a percentage.
    void value(const std::same_as<WideExact> auto& number) {
        const Exact narrow = number.narrow();
        if (narrow.is_integer()) return value(narrow.num());
        value(number.to_double());
    }
    /// A string of which `write(TextOut&)` writes the text.
    template <class Write>
    void text(const Write& write) {
        begin_value();
        out_ << '"';
        {
            Escaped escaped;
            const Filtered scope(out_, escaped);
            write(out_);
        }
        out_ << '"';
    }

private:
    class Escaped final : public TextFilter {
    public:
        void write(TextOut& out, std::string_view text) override {
            io::append_json_text(out, text);
        }
    };

    template <class Inner>
    void nested(char open, char close, const Inner& inner) {
        begin_value();
        out_ << open;
        const bool outer_has_any = has_any_;
        has_any_ = false;
        ++depth_;
        inner();
        --depth_;
        if (has_any_) new_line();
        has_any_ = outer_has_any;
        out_ << close;
    }
    void raw(std::string_view text) {
        begin_value();
        out_ << text;
    }
    void string(std::string_view text) { io::append_json_string(out_, text); }

    /// What stands before a value or a key.
    void begin_value() {
        if (follows_key_) {
            follows_key_ = false;
            return;
        }
        if (depth_ == 0) return;
        if (has_any_) out_ << ',';
        has_any_ = true;
        new_line();
    }
    void new_line() {
        if (style_ == JsonStyle::compact) return;
        out_ << '\n';
        out_.append(2 * depth_, ' ');
    }

    TextOut& out_;
    JsonStyle style_;
    std::size_t depth_ = 0;
    bool has_any_ = false;  // something was written at this level
    bool follows_key_ = false;
};

/// The whole text of a document, with a line break at its end.
/// write  writes one value into the `JsonOut`
template <class Write>
void json_document(TextOut& out, const Write& write, JsonStyle style = JsonStyle::pretty) {
    JsonOut json(out, style);
    write(json);
    out << '\n';
}
/// The same as a string.
template <class Write>
std::string json_document(const Write& write, JsonStyle style = JsonStyle::pretty) {
    return io::text_of([&](TextOut& out) { json_document(out, write, style); });
}

}  // namespace eczscore::report
