// SPDX-License-Identifier: BSL-1.0
// A small host: loads the plug-in as an EHR would and scores two visits, one with a blank.
#include <dlfcn.h>

#include <cmath>
#include <cstdio>

#include "plugin.h"

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: %s PLUGIN\n", argv[0]), 2;
    void* plugin = dlopen(argv[1], RTLD_NOW);
    if (plugin == nullptr) return std::fprintf(stderr, "%s\n", dlerror()), 1;
    const auto easi = reinterpret_cast<decltype(&ehr_easi)>(dlsym(plugin, "ehr_easi"));
    if (easi == nullptr) return std::fprintf(stderr, "%s\n", dlerror()), 1;

    double visit[20] = {1, 1, 0, 1, 2, 2, 2, 2, 2, 3, 1, 1, 0, 1, 2, 2, 2, 1, 2, 4};
    const ehr_easi_result whole = easi(visit, 34);
    std::printf("EASI %g, %s\n", whole.score, whole.band);

    visit[6] = std::nan("");  // nobody graded this sign
    const ehr_easi_result blank = easi(visit, 34);
    std::printf("status %d: item %d was not recorded, so there is no EASI\n", blank.status,
                blank.first_item);
    const bool right = whole.score == 18.4 && blank.status == 2 && blank.first_item == 6;
    dlclose(plugin);
    return right ? 0 : 1;
}
