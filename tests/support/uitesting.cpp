#include "tests/support/uitesting.h"

namespace gridbook::testing {
} // namespace gridbook::testing
