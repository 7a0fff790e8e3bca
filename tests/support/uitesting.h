#pragma once
// What tests with windows use.
#include "tests/support/testing.h"
