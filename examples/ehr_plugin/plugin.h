/* SPDX-License-Identifier: BSL-1.0 */
/* The C entry point of the EHR plug-in: plain numbers in, plain numbers out. */
#ifndef EHR_EASI_PLUGIN_H
#define EHR_EASI_PLUGIN_H

/* [entry] */
#ifdef __cplusplus
extern "C" {
#endif

struct ehr_easi_result {
    int status;       /* 0 ok, 2 missing, 3 invalid: as eczscore::Status */
    double score;     /* NaN when there is none */
    const char* band; /* id of the Leshem 2015 band, "" when there is none; lives for ever */
    int first_item;   /* first item (0-19) that is missing or wrong, -1 when none is */
};

/* items: 20 numbers, for head and neck, upper limbs, trunk, lower limbs: erythema,
   oedema/papulation, excoriation, lichenification, area grade. NaN is a blank.
   Never throws, never allocates, safe to call from any thread. */
__attribute__((visibility("default"))) struct ehr_easi_result ehr_easi(const double* items,
                                                                       double age_years);

#ifdef __cplusplus
}
#endif
/* [entry] */
#endif
