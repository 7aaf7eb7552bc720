// SPDX-License-Identifier: BSL-1.0
// Every kind that can be named at run time, and finding one by its id.
#pragma once

#include "eczscore/units/biomarker.hpp"
#include "eczscore/units/colour.hpp"
#include "eczscore/units/elasticity.hpp"
#include "eczscore/units/flux.hpp"
#include "eczscore/units/hydration.hpp"
#include "eczscore/units/ph.hpp"
#include "eczscore/units/pigment_index.hpp"
#include "eczscore/units/temperature.hpp"
#include "eczscore/units/thickness.hpp"

namespace eczscore::units {

/// Kinds of readings, in the order of their subjects. Ids are unique.
inline constexpr const KindInfo* kinds[] = {&kind::Tewl::info,
                                            &kind::WaterVapourFlux::info,
                                            &kind::Sswl::info,
                                            &kind::SswlMass::info,
                                            &kind::TewlStripArea::info,
                                            &kind::SebumRate::info,
                                            &kind::SebumLevel::info,
                                            &kind::ProteinRemoved::info,
                                            &kind::Hydration<CorneometerCm820>::info,
                                            &kind::Hydration<CorneometerCm825>::info,
                                            &kind::Hydration<MoistureMeterSc>::info,
                                            &kind::Hydration<Skicon100>::info,
                                            &kind::Hydration<Skicon200>::info,
                                            &kind::Hydration<Skicon200Ex>::info,
                                            &kind::Hydration<NovaDpm9003>::info,
                                            &kind::Hydration<Dermalab>::info,
                                            &kind::Hydration<DermalabUs>::info,
                                            &kind::Hydration<Epsilon>::info,
                                            &kind::Hydration<Gpskin>::info,
                                            &kind::Tdc<MoistureMeterD>::info,
                                            &kind::Tdc<LymphScanner>::info,
                                            &kind::PercentWater::info,
                                            &kind::NmfRaman::info,
                                            &kind::NmfHplc::info,
                                            &kind::Deformation::info,
                                            &kind::Lightness::info,
                                            &kind::AStar::info,
                                            &kind::BStar::info,
                                            &kind::DeltaE1976::info,
                                            &kind::DeltaE2000::info,
                                            &kind::Ita::info,
                                            &kind::HueAngle::info,
                                            &kind::Ph::info,
                                            &kind::SkinTemperature::info,
                                            &kind::AmbientTemperature::info,
                                            &kind::TemperatureDifference::info,
                                            &kind::RelativeHumidity::info,
                                            &kind::EpidermalThickness::info,
                                            &kind::DermalThickness::info,
                                            &kind::SlebThickness::info,
                                            &kind::Ige::info,
                                            &kind::IgeMass::info,
                                            &kind::EosinophilCount::info,
                                            &kind::EosinophilPercent::info,
                                            &kind::LeukocyteCount::info,
                                            &kind::Mass<tarc>::info,
                                            &kind::Mass<il_6>::info,
                                            &kind::Mass<il_10>::info,
                                            &kind::Mass<il_13>::info,
                                            &kind::Mass<il_31>::info,
                                            &kind::Mass<tnf_alpha>::info,
                                            &kind::Mass<vegf>::info,
                                            &kind::Mass<tgf_beta>::info,
                                            &kind::PercentChange::info,
                                            &kind::PercentRecovery::info,
                                            &kind::LinearRatio::info,
                                            &kind::Log2FoldChange::info};

/// The kind with this id, or null.
constexpr const KindInfo* find_kind(Chars id) {
    for (const KindInfo* each : kinds) {
        if (Chars(each->id) == id) return each;
    }
    return nullptr;
}

}  // namespace eczscore::units
