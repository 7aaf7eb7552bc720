// SPDX-License-Identifier: BSL-1.0
// Blood and tape-strip markers: the analyte is part of the type, and so is what it is counted in.
#pragma once

#include "eczscore/units/percent.hpp"

namespace eczscore::units {

/// Mass concentration; canonical pg/mL, which is ng/L.
struct MassConcentration {
    template <class Q>
    struct Makers {
        static constexpr Q pg_per_ml(double value) { return Q(value, {"pg/mL"}); }
        static constexpr Q ng_per_ml(double value) { return Q(value, {"ng/mL", 1000}); }
        static constexpr Q ng_per_l(double value) { return Q(value, {"ng/L"}); }
    };
};
inline constexpr UnitOf<MassConcentration> pg_per_ml{"pg/mL"};
inline constexpr UnitOf<MassConcentration> ng_per_ml{"ng/mL", 1000};
inline constexpr UnitOf<MassConcentration> ng_per_l{"ng/L"};
inline constexpr UnitOf<MassConcentration> ug_per_l{"ug/L", 1000};
inline constexpr UnitOf<MassConcentration> mg_per_l{"mg/L", 1'000'000};

/// Mass concentration of IgE; canonical ng/mL, in which 2.4 ng per IU stays a small ratio.
struct IgeMassConcentration {
    template <class Q>
    struct Makers {
        static constexpr Q ng_per_ml(double value) { return Q(value, {"ng/mL"}); }
    };
};
inline constexpr UnitOf<IgeMassConcentration> ige_ng_per_ml{"ng/mL"};
inline constexpr UnitOf<IgeMassConcentration> ige_mg_per_l{"mg/L", 1000};

/// Amount concentration; canonical pmol/L.
struct AmountConcentration {
    template <class Q>
    struct Makers {
        static constexpr Q pmol_per_l(double value) { return Q(value, {"pmol/L"}); }
        static constexpr Q nmol_per_l(double value) { return Q(value, {"nmol/L", 1000}); }
    };
};
inline constexpr UnitOf<AmountConcentration> pmol_per_l{"pmol/L"};
inline constexpr UnitOf<AmountConcentration> nmol_per_l{"nmol/L", 1000};

/// International units per volume; canonical k[IU]/L, which is [IU]/mL.
struct IuConcentration {
    template <class Q>
    struct Makers {
        static constexpr Q kiu_per_l(double value) { return Q(value, {"k[IU]/L"}); }
        static constexpr Q iu_per_ml(double value) { return Q(value, {"[IU]/mL"}); }
    };
};
inline constexpr UnitOf<IuConcentration> kiu_per_l{"k[IU]/L"};
inline constexpr UnitOf<IuConcentration> iu_per_ml{"[IU]/mL"};

/// Cells per volume; canonical 10*9/L.
struct CellConcentration {
    template <class Q>
    struct Makers {
        static constexpr Q giga_per_l(double value) { return Q(value, {"10*9/L"}); }
        static constexpr Q per_ul(double value) { return Q(value, {"/uL", 1, 1000}); }
    };
};
inline constexpr UnitOf<CellConcentration> giga_per_l{"10*9/L"};
inline constexpr UnitOf<CellConcentration> per_ul{"/uL", 1, 1000};

/// What a tape-strip extract is counted against; part of the kind, because the three do not
/// convert.
struct PerProtein {
    template <class Q>
    struct Makers {
        static constexpr Q pg_per_ug(double value) { return Q(value, {"pg/ug"}); }
    };
    static constexpr Text ucum = "pg/ug";
    static constexpr Unit unit{Exact::ratio(1, 1'000'000)};
};
/// Mass per area of skin, in pg/cm2.
struct PerSkinArea {
    template <class Q>
    struct Makers {
        static constexpr Q pg_per_cm2(double value) { return Q(value, {"pg/cm2"}); }
    };
    static constexpr Text ucum = "pg/cm2";
    static constexpr Unit unit{Exact::ratio(1, 100'000'000), mass_per_area};
};
inline constexpr UnitOf<PerProtein> pg_per_ug{"pg/ug"};
inline constexpr UnitOf<PerSkinArea> pg_per_cm2{"pg/cm2"};

namespace kind {

/// Serum or plasma concentration of a cytokine or chemokine.
template <const Analyte& analyte>
struct Mass {
    using Units = MassConcentration;
    static constexpr KindInfo info{.id = analyte.id,
                                   .label = analyte.label,
                                   .ucum = "pg/mL",
                                   .unit = {Exact::ratio(1, 1'000'000), mass_concentration},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .analyte = &analyte,
                                   .note = "no factor between assays is validated"};
};
template <const Analyte& analyte>
struct Amount {
    using Units = AmountConcentration;
    static constexpr KindInfo info{.id = analyte.id,
                                   .label = analyte.label,
                                   .ucum = "pmol/L",
                                   .unit = {Exact::ratio(1, 1'000'000'000), molar_concentration},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .analyte = &analyte};
};
/// In the extract of tape strips, against `Normaliser` (`PerProtein`, `PerSkinArea`).
template <const Analyte& analyte, class Normaliser>
struct Strip {
    using Units = Normaliser;
    static constexpr KindInfo info{.id = analyte.id,
                                   .label = analyte.label,
                                   .ucum = Normaliser::ucum,
                                   .unit = Normaliser::unit,
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .analyte = &analyte};
};
struct Ige {
    using Units = IuConcentration;
    static constexpr KindInfo info{.id = "ige",
                                   .label = "Total IgE",
                                   .ucum = "k[IU]/L",
                                   .unit = {1'000'000, iu_concentration},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .aliases = detail::ige_aliases,
                                   .analyte = &units::ige};
};
struct IgeMass {
    using Units = IgeMassConcentration;
    static constexpr KindInfo info{.id = "ige_mass",
                                   .label = "Total IgE, mass",
                                   .ucum = "ng/mL",
                                   .unit = {Exact::ratio(1, 1000), mass_concentration},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .analyte = &units::ige};
};
struct EosinophilCount {
    using Units = CellConcentration;
    static constexpr KindInfo info{.id = "eosinophils",
                                   .label = "Eosinophils",
                                   .ucum = "10*9/L",
                                   .unit = {1'000'000'000'000, number_concentration},
                                   .better = BetterWhen::lower,
                                   .better_confidence = Confidence::high,
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .aliases = detail::count_aliases};
};
struct LeukocyteCount {
    using Units = CellConcentration;
    static constexpr KindInfo info{.id = "leukocytes",
                                   .label = "Leukocytes",
                                   .ucum = "10*9/L",
                                   .unit = {1'000'000'000'000, number_concentration},
                                   .limits = detail::at_least(0, detail::by_definition),
                                   .aliases = detail::count_aliases};
};
struct EosinophilPercent {
    using Units = Percent;
    static constexpr KindInfo info{.id = "eosinophil_percent",
                                   .label = "Eosinophils of leukocytes",
                                   .ucum = "%",
                                   .unit = detail::per_cent,
                                   .limits = detail::between(0, 100, detail::by_definition)};
};
/// log2(after / before): means of it are meant, never the log2 of a mean ratio.
struct Log2FoldChange {
    using Units = Pure;
    static constexpr KindInfo info{
        .id = "log2_fold_change", .label = "log2 fold change", .ucum = "1"};
};

}  // namespace kind

template <const Analyte& analyte>
using Concentration = Quantity<kind::Mass<analyte>>;
template <const Analyte& analyte>
using MolarConcentration = Quantity<kind::Amount<analyte>>;
template <const Analyte& analyte, class Normaliser>
using StripContent = Quantity<kind::Strip<analyte, Normaliser>>;
using Tarc = Concentration<tarc>;
using Ige = Quantity<kind::Ige>;
using IgeMass = Quantity<kind::IgeMass>;
using EosinophilCount = Quantity<kind::EosinophilCount>;
using EosinophilPercent = Quantity<kind::EosinophilPercent>;
using LeukocyteCount = Quantity<kind::LeukocyteCount>;
using Log2FoldChange = Quantity<kind::Log2FoldChange>;

/// A molar mass stated by the caller for one analyte, in g/mol.
template <const Analyte& analyte>
struct MolarMass {
    double grams_per_mole;
};

/// 1 IU/mL is 2.4 ng/mL, as 12/5. See `ige.evidence`.
/// example  1234.5 kIU/L: 2962.8 ng/mL
constexpr IgeMass ige_to_mass(Ige ige_units) {
    return IgeMass::ng_per_ml(ige_units.in(kiu_per_l) * 12 / 5);
}
/// Mass to international units: 2.4 ng/mL is 1 IU/mL.
constexpr Ige ige_from_mass(IgeMass mass) { return Ige::kiu_per_l(detail::stored(mass) * 5 / 12); }

/// Amount to mass, and back: pg/mL is pmol/L times g/mol over 1000. NaN unless the molar mass is
/// above 0.
template <const Analyte& analyte>
constexpr Concentration<analyte> to_mass(MolarConcentration<analyte> amount,
                                         MolarMass<analyte> molar) {
    const double grams = molar.grams_per_mole > 0 ? molar.grams_per_mole : __builtin_nan("");
    return Concentration<analyte>::pg_per_ml(amount.in(pmol_per_l)*grams / 1000);
}
/// Mass to amount; NaN unless the molar mass is above 0.
template <const Analyte& analyte>
constexpr MolarConcentration<analyte> to_amount(Concentration<analyte> mass,
                                                MolarMass<analyte> molar) {
    const double grams = molar.grams_per_mole > 0 ? molar.grams_per_mole : __builtin_nan("");
    return MolarConcentration<analyte>::pmol_per_l(mass.in(pg_per_ml) * 1000 / grams);
}

/// Absolute count from a differential: 0.01 * percent * leukocytes.
/// example  6.5 % of 8.2 x 10*9/L: 0.533 x 10*9/L
constexpr EosinophilCount eosinophil_count(EosinophilPercent share, LeukocyteCount all) {
    return EosinophilCount::giga_per_l(share.in(percent)*all.in(giga_per_l) / 100);
}

}  // namespace eczscore::units
