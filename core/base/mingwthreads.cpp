// Only with MinGW. When a thread ends there, the keys of its own storage are worked off in the order in which they were
// made: libgcc's, which frees the memory of thread_local objects, and libstdc++'s, which calls their destructors. The
// first one is usually libgcc's, so that destructors (Qt's regular expressions have one) read freed memory. The thread
// then crashes unseen while it ends, and leaves a lock behind for which the whole program waits when it ends. Here
// libstdc++'s key is made first, before any thread_local object (https://github.com/msys2/MINGW-packages/issues/2519).
#include <qt_windows.h>

extern "C" __attribute__((constructor(101))) void gridbook_destructors_before_memory()
{
    // By name: the C runtime of MinGW has a function of that name too, and the linker may choose that one.
    using Register = int (*)(void (*destructor)(void *), void *object, void *module);
    static char ofThisProgram = 0;
    const HMODULE library = GetModuleHandleW(L"libstdc++-6.dll"); // none if it is linked statically
    if (const auto known = library ? GetProcAddress(library, "__cxa_thread_atexit") : nullptr) {
        reinterpret_cast<Register>(reinterpret_cast<void *>(known))([](void *) {}, nullptr, &ofThisProgram);
    }
}
