// SPDX-License-Identifier: BSL-1.0
// Tables of Markdown.
#pragma once

#include <initializer_list>
#include <string_view>

#include "eczscore/core/text_out.hpp"

namespace eczscore::report {

/// A row of a Markdown table; it ends, with a line break, when this does.
class MarkdownRow {
public:
    /// Begins the row in `out`, which must live as long as this.
    explicit MarkdownRow(TextOut& out) : out_(out) { out << '|'; }
    MarkdownRow(const MarkdownRow&) = delete;
    MarkdownRow& operator=(const MarkdownRow&) = delete;
    ~MarkdownRow() { out_ << '\n'; }

    /// A cell with what `write()` writes.
    template <class Write>
    MarkdownRow& cell_of(const Write& write) {
        out_ << ' ';
        {
            Escaped escaped;
            const Filtered scope(out_, escaped);
            write();
        }
        out_ << " |";
        return *this;
    }
    /// A cell with this text.
    MarkdownRow& cell(std::string_view text) {
        return cell_of([&] { out_ << text; });
    }
    /// A cell set as code.
    MarkdownRow& code(std::string_view text) {
        return cell_of([&] { out_ << '`' << text << '`'; });
    }

private:
    class Escaped final : public TextFilter {
    public:
        void write(TextOut& out, std::string_view text) override {
            for (const char c : text) {
                if (c == '|') out << '\\';
                out << c;
            }
        }
    };

    TextOut& out_;
};

/// The head of a Markdown table.
inline void markdown_head(TextOut& out, std::initializer_list<std::string_view> names) {
    {
        MarkdownRow row(out);
        for (const std::string_view name : names) row.cell(name);
    }
    out << '|';
    for (std::size_t i = 0; i < names.size(); ++i) out << "---|";
    out << '\n';
}

}  // namespace eczscore::report
