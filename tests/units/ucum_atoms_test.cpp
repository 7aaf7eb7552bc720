// SPDX-License-Identifier: BSL-1.0
// Every unit of UCUM has its size, alone and with prefixes, or is not supported.
#include "eczscore/units/ucum_atoms.hpp"

#include <cstddef>
#include <iterator>
#include <string>
#include <string_view>

#include "catch_compat.hpp"
#include "eczscore/units/kinds.hpp"
#include "eczscore/units/ucum_parse.hpp"
#include "eczscore/units/ucum_print.hpp"

using namespace eczscore;
using namespace eczscore::units;

namespace {

std::string text(Chars chars) { return std::string(chars.data(), chars.size()); }

// What UCUM 2.2 says of each unit whose size is a ratio, as a unit: [acr_us] is 160 [rd_us]2.
struct Definition {
    const char* code;
    const char* size;
};
const Definition definitions[] = {
    {"[ppth]", "10*-3"},
    {"[ppm]", "10*-6"},
    {"[ppb]", "10*-9"},
    {"[pptr]", "10*-12"},
    {"sr", "rad2"},
    {"Hz", "s-1"},
    {"N", "kg.m/s2"},
    {"Pa", "N/m2"},
    {"J", "N.m"},
    {"W", "J/s"},
    {"A", "C/s"},
    {"V", "J/C"},
    {"F", "C/V"},
    {"Ohm", "V/A"},
    {"S", "Ohm-1"},
    {"Wb", "V.s"},
    {"T", "Wb/m2"},
    {"H", "Wb/A"},
    {"lm", "cd.sr"},
    {"lx", "lm/m2"},
    {"Bq", "s-1"},
    {"Gy", "J/kg"},
    {"Sv", "J/kg"},
    {"gon", "9.deg/10"},
    {"'", "deg/60"},
    {"''", "'/60"},
    {"l", "dm3"},
    {"L", "l"},
    {"ar", "100.m2"},
    {"min", "60.s"},
    {"h", "60.min"},
    {"d", "24.h"},
    {"a_t", "36524219.d/100000"},
    {"a_j", "1461.d/4"},
    {"a_g", "146097.d/400"},
    {"a", "a_j"},
    {"wk", "7.d"},
    {"mo_s", "2953059.d/100000"},
    {"mo_j", "a_j/12"},
    {"mo_g", "a_g/12"},
    {"mo", "mo_j"},
    {"t", "1000.kg"},
    {"bar", "100000.Pa"},
    {"AU", "149597870691.Mm/1000000"},
    {"pc", "30856780000000000.m"},
    {"[c]", "299792458.m/s"},
    {"[mu_0]", "4.[pi].10*-7.N/A2"},
    {"[G]", "66743.m3.kg-1.s-2/1000000000000000"},
    {"[g]", "196133.m/s2/20000"},
    {"atm", "101325.Pa"},
    {"[ly]", "[c].a_j"},
    {"gf", "g.[g]"},
    {"[lbf_av]", "[lb_av].[g]"},
    {"Ky", "cm-1"},
    {"Gal", "cm/s2"},
    {"dyn", "g.cm/s2"},
    {"erg", "dyn.cm"},
    {"P", "dyn.s/cm2"},
    {"Bi", "10.A"},
    {"St", "cm2/s"},
    {"Mx", "1.Wb/100000000"},
    {"G", "1.T/10000"},
    {"Oe", "250/[pi].A/m"},
    {"Gb", "Oe.cm"},
    {"sb", "cd/cm2"},
    {"Lmb", "cd/cm2/[pi]"},
    {"ph", "1.lx/10000"},
    {"Ci", "37000000000.Bq"},
    {"R", "129.C/kg/500000"},
    {"RAD", "100.erg/g"},
    {"REM", "RAD"},
    {"[in_i]", "127.cm/50"},
    {"[ft_i]", "12.[in_i]"},
    {"[yd_i]", "3.[ft_i]"},
    {"[mi_i]", "5280.[ft_i]"},
    {"[fth_i]", "6.[ft_i]"},
    {"[nmi_i]", "1852.m"},
    {"[kn_i]", "[nmi_i]/h"},
    {"[sin_i]", "[in_i]2"},
    {"[sft_i]", "[ft_i]2"},
    {"[syd_i]", "[yd_i]2"},
    {"[cin_i]", "[in_i]3"},
    {"[cft_i]", "[ft_i]3"},
    {"[cyd_i]", "[yd_i]3"},
    {"[bf_i]", "144.[in_i]3"},
    {"[cr_i]", "128.[ft_i]3"},
    {"[mil_i]", "1.[in_i]/1000"},
    {"[cml_i]", "[pi]/4.[mil_i]2"},
    {"[hd_i]", "4.[in_i]"},
    {"[ft_us]", "1200.m/3937"},
    {"[yd_us]", "3.[ft_us]"},
    {"[in_us]", "[ft_us]/12"},
    {"[rd_us]", "33.[ft_us]/2"},
    {"[ch_us]", "4.[rd_us]"},
    {"[lk_us]", "[ch_us]/100"},
    {"[rch_us]", "100.[ft_us]"},
    {"[rlk_us]", "[rch_us]/100"},
    {"[fth_us]", "6.[ft_us]"},
    {"[fur_us]", "40.[rd_us]"},
    {"[mi_us]", "8.[fur_us]"},
    {"[acr_us]", "160.[rd_us]2"},
    {"[srd_us]", "[rd_us]2"},
    {"[smi_us]", "[mi_us]2"},
    {"[sct]", "[mi_us]2"},
    {"[twp]", "36.[sct]"},
    {"[mil_us]", "1.[in_us]/1000"},
    {"[in_br]", "1269999.cm/500000"},
    {"[ft_br]", "12.[in_br]"},
    {"[rd_br]", "33.[ft_br]/2"},
    {"[ch_br]", "4.[rd_br]"},
    {"[lk_br]", "[ch_br]/100"},
    {"[fth_br]", "6.[ft_br]"},
    {"[pc_br]", "5.[ft_br]/2"},
    {"[yd_br]", "3.[ft_br]"},
    {"[mi_br]", "5280.[ft_br]"},
    {"[nmi_br]", "6080.[ft_br]"},
    {"[kn_br]", "[nmi_br]/h"},
    {"[acr_br]", "4840.[yd_br]2"},
    {"[gal_us]", "231.[in_i]3"},
    {"[bbl_us]", "42.[gal_us]"},
    {"[qt_us]", "[gal_us]/4"},
    {"[pt_us]", "[qt_us]/2"},
    {"[gil_us]", "[pt_us]/4"},
    {"[foz_us]", "[gil_us]/4"},
    {"[fdr_us]", "[foz_us]/8"},
    {"[min_us]", "[fdr_us]/60"},
    {"[crd_us]", "128.[ft_i]3"},
    {"[bu_us]", "107521.[in_i]3/50"},
    {"[gal_wi]", "[bu_us]/8"},
    {"[pk_us]", "[bu_us]/4"},
    {"[dqt_us]", "[pk_us]/8"},
    {"[dpt_us]", "[dqt_us]/2"},
    {"[tbs_us]", "[foz_us]/2"},
    {"[tsp_us]", "[tbs_us]/3"},
    {"[cup_us]", "16.[tbs_us]"},
    {"[foz_m]", "30.mL"},
    {"[cup_m]", "240.mL"},
    {"[tsp_m]", "5.mL"},
    {"[tbs_m]", "15.mL"},
    {"[gal_br]", "454609.l/100000"},
    {"[pk_br]", "2.[gal_br]"},
    {"[bu_br]", "4.[pk_br]"},
    {"[qt_br]", "[gal_br]/4"},
    {"[pt_br]", "[qt_br]/2"},
    {"[gil_br]", "[pt_br]/4"},
    {"[foz_br]", "[gil_br]/5"},
    {"[fdr_br]", "[foz_br]/8"},
    {"[min_br]", "[fdr_br]/60"},
    {"[gr]", "6479891.mg/100000"},
    {"[lb_av]", "7000.[gr]"},
    {"[oz_av]", "[lb_av]/16"},
    {"[dr_av]", "[oz_av]/16"},
    {"[scwt_av]", "100.[lb_av]"},
    {"[lcwt_av]", "112.[lb_av]"},
    {"[ston_av]", "20.[scwt_av]"},
    {"[lton_av]", "20.[lcwt_av]"},
    {"[stone_av]", "14.[lb_av]"},
    {"[pwt_tr]", "24.[gr]"},
    {"[oz_tr]", "20.[pwt_tr]"},
    {"[lb_tr]", "12.[oz_tr]"},
    {"[sc_ap]", "20.[gr]"},
    {"[dr_ap]", "3.[sc_ap]"},
    {"[oz_ap]", "8.[dr_ap]"},
    {"[lb_ap]", "12.[oz_ap]"},
    {"[oz_m]", "28.g"},
    {"[lne]", "[in_i]/12"},
    {"[pnt]", "[lne]/6"},
    {"[pca]", "12.[pnt]"},
    {"[pnt_pr]", "13837.[in_i]/1000000"},
    {"[pca_pr]", "12.[pnt_pr]"},
    {"[pied]", "812.cm/25"},
    {"[pouce]", "[pied]/12"},
    {"[ligne]", "[pouce]/12"},
    {"[didot]", "[ligne]/6"},
    {"[cicero]", "12.[didot]"},
    {"[degR]", "5.K/9"},
    {"cal_[15]", "20929.J/5000"},
    {"cal_[20]", "41819.J/10000"},
    {"cal_m", "209501.J/50000"},
    {"cal_IT", "10467.J/2500"},
    {"cal_th", "523.J/125"},
    {"cal", "cal_th"},
    {"[Cal]", "kcal_th"},
    {"[Btu_39]", "105967.kJ/100000"},
    {"[Btu_59]", "2637.kJ/2500"},
    {"[Btu_60]", "26367.kJ/25000"},
    {"[Btu_m]", "105587.kJ/100000"},
    {"[Btu_IT]", "52752792631.kJ/50000000000"},
    {"[Btu_th]", "21087.kJ/20000"},
    {"[Btu]", "[Btu_th]"},
    {"[HP]", "550.[ft_i].[lbf_av]/s"},
    {"tex", "g/km"},
    {"[den]", "g/9/km"},
    {"m[H2O]", "196133.kPa/20000"},
    {"m[Hg]", "66661.kPa/500"},
    {"[in_i'H2O]", "m[H2O].[in_i]/m"},
    {"[in_i'Hg]", "m[Hg].[in_i]/m"},
    {"[PRU]", "mm[Hg].s/ml"},
    {"[wood'U]", "mm[Hg].min/L"},
    {"[diop]", "/m"},
    {"[mesh_i]", "/[in_i]"},
    {"[Ch]", "mm/3"},
    {"[drp]", "ml/20"},
    {"[MET]", "7.mL/min/kg/2"},
    {"eq", "mol"},
    {"osm", "mol"},
    {"g%", "g/dl"},
    {"[S]", "10*-13.s"},
    {"kat", "mol/s"},
    {"U", "umol/min"},
    {"[IU]", "[iU]"},
    {"st", "m3"},
    {"Ao", "1.nm/10"},
    {"att", "kgf/cm2"},
    {"mho", "S"},
    {"[psi]", "[lbf_av]/[in_i]2"},
    {"circ", "2.[pi].rad"},
    {"sph", "4.[pi].sr"},
    {"[car_m]", "1.g/5"},
    {"[car_Au]", "/24"},
    {"[smoot]", "67.[in_i]"},
    {"bit", "1"},
    {"By", "8.bit"},
    {"Bd", "/s"},
};
// The other codes of UCUM: base units, arbitrary units, scales, and what does not fit 64 bits.
const char* const other_codes[] = {
    "10*",         "10^",      "[pi]",    "%",         "mol",       "Cel",
    "deg",         "u",        "eV",      "[h]",       "[k]",       "[eps_0]",
    "[e]",         "[m_e]",    "[m_p]",   "[degF]",    "[degRe]",   "[p'diop]",
    "%[slope]",    "[hnsf'U]", "[hp'_X]", "[hp'_C]",   "[hp'_M]",   "[hp'_Q]",
    "[hp_X]",      "[hp_C]",   "[hp_M]",  "[hp_Q]",    "[kp_X]",    "[kp_C]",
    "[kp_M]",      "[kp_Q]",   "[pH]",    "[HPF]",     "[LPF]",     "[iU]",
    "[arb'U]",     "[USP'U]",  "[GPL'U]", "[MPL'U]",   "[APL'U]",   "[beth'U]",
    "[anti'Xa'U]", "[todd'U]", "[dye'U]", "[smgy'U]",  "[bdsk'U]",  "[ka'U]",
    "[knk'U]",     "[mclg'U]", "[tb'U]",  "[CCID_50]", "[TCID_50]", "[EID_50]",
    "[PFU]",       "[FFU]",    "[CFU]",   "[IR]",      "[BAU]",     "[AU]",
    "[Amb'a'1'U]", "[PNU]",    "[Lf]",    "[D'ag'U]",  "[FEU]",     "[ELU]",
    "[EU]",        "Np",       "B",       "B[SPL]",    "B[V]",      "B[mV]",
    "B[uV]",       "B[10.nV]", "B[W]",    "B[kW]",     "b",         "[m/s2/Hz^(1/2)]",
    "[NTU]",       "[FNU]",    "bit_s",   "m",         "s",         "g",
    "rad",         "K",        "C",       "cd"};

}  // namespace

TEST_CASE("UCUM: every atom, alone and with its prefixes, is read and printed back") {
    for (const Atom& atom : atoms) {
        CAPTURE(std::string_view(atom.code));
        const UnitParse read = parse_ucum(atom.code);
        if (atom.factor == Exact(0)) {
            CHECK(read.reason ==
                  (atom.special == Special::function ? Reason::not_supported : Reason::not_exact));
            CHECK_THAT(std::string(read.clue.explanation),
                       Catch::Matchers::StartsWith("not supported: "));
            continue;
        }
        if (Chars(atom.code) == "10*" || Chars(atom.code) == "10^") continue;  // read as a number
        REQUIRE(read.ok());
        CHECK(read.unit == atom.unit());
        CHECK(parse_ucum(print_ucum(read.unit).chars()).unit == read.unit);
        for (const Prefix& prefix : prefixes) {
            const std::string code = text(Chars(prefix.code)) + text(Chars(atom.code));
            CAPTURE(code);
            const UnitParse scaled = parse_ucum(code);
            if (!scaled.ok()) {
                CHECK(
                    (scaled.reason == Reason::unknown_unit || scaled.reason == Reason::too_large ||
                     scaled.reason == Reason::not_supported || scaled.reason == Reason::not_exact));
                continue;
            }
            CHECK(parse_ucum(print_ucum(scaled.unit).chars()).unit == scaled.unit);
        }
    }
}

TEST_CASE("UCUM: every unit of UCUM has the size that UCUM gives it, or is not supported") {
    for (const Definition& row : definitions) {
        CAPTURE(row.code, row.size);
        const UnitParse size = parse_ucum(row.size);
        REQUIRE(size.ok());
        CHECK(parse_ucum(row.code).unit == size.unit);
    }
    std::size_t refused = 0;
    for (const char* code : other_codes) {
        CAPTURE(code);
        const UnitParse read = parse_ucum(code);
        if (read.ok()) continue;
        ++refused;
        CHECK((read.reason == Reason::not_exact || read.reason == Reason::not_supported));
    }
    CHECK(refused == 26);
    CHECK(std::size(definitions) + std::size(other_codes) == 312);
    CHECK(std::size(atoms) == 312);
    for (const char* code : {"dB", "dB[SPL]", "meV", "mCel", "u[IU]", "Mibit", "KiBy", "mg%"}) {
        CAPTURE(code);
        CHECK(parse_ucum(code).reason != Reason::unknown_unit);
    }
    CHECK(parse_ucum("KiBy").unit == parse_ucum("8192.bit").unit);
    CHECK(parse_ucum("mg%").unit == parse_ucum("mg/dL").unit);
}
