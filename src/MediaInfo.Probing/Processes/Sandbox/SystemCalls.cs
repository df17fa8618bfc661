namespace MediaInfo.Probing.Processes.Sandbox;

/// <summary>
/// The system calls that a program needs to read media from a connection and report on a pipe. All others are refused, future
/// ones included. Landlock does not govern non-TCP sockets, listening, file modes and owners, watches, shared memory, processes,
/// io_uring and namespaces.
/// </summary>
internal static class SystemCalls
{
    /// <summary>
    /// clone3(2), whose flags a filter cannot see. Without it the C library falls back to clone(2), whose flags a filter can see.
    /// </summary>
    public const int HidesItsFlags = 435;

    /// <summary>The first number not yet assigned when this list was made.</summary>
    public const int FirstUnknown = 470;

    // From clone(2), socket(2), send(2), fcntl(2), ioctl(2) and prctl(2).
    private const uint Thread = 0x10000;
    private const uint Namespaces = 0x7E020080;
    private const uint FastOpen = 0x20000000;
    private const uint All = uint.MaxValue;

    /// <summary>Calls allowed with any arguments.</summary>
    public static IReadOnlyList<SystemCall> Plain { get; } =
    [
        // Files; Landlock decides which.
        new("read", 0, 63), new("write", 1, 64), new("readv", 19, 65), new("writev", 20, 66), new("pread64", 17, 67),
        new("preadv", 295, 69), new("lseek", 8, 62), new("close", 3, 57), new("close_range", 436, 436), new("fstat", 5, 80),
        new("stat", 4, null), new("lstat", 6, null), new("newfstatat", 262, 79), new("statx", 332, 291),
        new("access", 21, null), new("faccessat", 269, 48), new("faccessat2", 439, 439), new("open", 2, null),
        new("openat", 257, 56), new("getdents64", 217, 61), new("getcwd", 79, 17), new("dup", 32, 23), new("dup2", 33, null),
        new("dup3", 292, 24),

        // Where a link leads: a loader looks for libraries beside the program ($ORIGIN in ld.so(8)) by way of /proc/self/exe.
        new("readlink", 89, null), new("readlinkat", 267, 78),

        // Memory.
        new("mmap", 9, 222), new("munmap", 11, 215), new("mprotect", 10, 226), new("mremap", 25, 216), new("madvise", 28, 233),
        new("brk", 12, 214), new("msync", 26, 227), new("mincore", 27, 232), new("mlock", 149, 228), new("munlock", 150, 229),
        new("membarrier", 324, 283),

        // Pipes and waiting.
        new("pipe", 22, null), new("pipe2", 293, 59), new("eventfd2", 290, 19), new("poll", 7, null), new("ppoll", 271, 73),
        new("select", 23, null), new("pselect6", 270, 72), new("epoll_create1", 291, 20), new("epoll_ctl", 233, 21),
        new("epoll_wait", 232, null), new("epoll_pwait", 281, 22), new("futex", 202, 98), new("futex_waitv", 449, 449),
        new("nanosleep", 35, 101), new("clock_nanosleep", 230, 115), new("pause", 34, null), new("restart_syscall", 219, 128),

        // The process and its threads.
        new("exit", 60, 93), new("exit_group", 231, 94), new("set_tid_address", 218, 96), new("set_robust_list", 273, 99),
        new("rseq", 334, 293), new("arch_prctl", 158, null), new("gettid", 186, 178), new("getpid", 39, 172),
        new("getppid", 110, 173), new("getuid", 102, 174), new("geteuid", 107, 175), new("getgid", 104, 176),
        new("getegid", 108, 177), new("getresuid", 118, 148), new("getresgid", 120, 150), new("getgroups", 115, 158),
        new("capget", 125, 90), new("getrlimit", 97, 163), new("getrusage", 98, 165), new("times", 100, 153),
        new("sysinfo", 99, 179), new("uname", 63, 160), new("getrandom", 318, 278), new("sched_yield", 24, 124),
        new("sched_getaffinity", 204, 123), new("sched_getparam", 143, 121), new("sched_getscheduler", 145, 120),
        new("sched_get_priority_max", 146, 125), new("sched_get_priority_min", 147, 126), new("getpriority", 140, 141),
        new("getcpu", 309, 168),

        // Signals to itself.
        new("rt_sigaction", 13, 134), new("rt_sigprocmask", 14, 135), new("rt_sigreturn", 15, 139),
        new("rt_sigpending", 127, 136), new("rt_sigtimedwait", 128, 137), new("rt_sigsuspend", 130, 133),
        new("sigaltstack", 131, 132),

        // Clocks.
        new("clock_gettime", 228, 113), new("clock_getres", 229, 114), new("gettimeofday", 96, 169), new("time", 201, null),
        new("getitimer", 36, 102), new("setitimer", 38, 103), new("alarm", 37, null),

        // A connection; Landlock decides to which port.
        new("connect", 42, 203), new("getsockopt", 55, 209), new("setsockopt", 54, 208), new("getsockname", 51, 204),
        new("getpeername", 52, 205), new("recvfrom", 45, 207), new("recvmsg", 47, 212), new("shutdown", 48, 210),
    ];

    /// <summary>Calls allowed only to some callers, or only with some arguments.</summary>
    public static IReadOnlyList<SystemCall> Tested { get; } =
    [
        // TCP over IPv4 only, without IPv4's other stream protocols, which Landlock does not know.
        new("socket", 41, 198) { Tests = [new(0, All, 2), new(1, 0xF, 1), new(2, All, 0, 6)] },

        // Without the flag that connects.
        new("sendto", 44, 206) { Tests = [new(3, FastOpen, 0)] },
        new("sendmsg", 46, 211) { Tests = [new(2, FastOpen, 0)] },

        // Duplicates and flags, but no F_SETOWN or F_SETSIG, which send signals to others. Queries of a terminal or socket.
        new("fcntl", 72, 25) { Tests = [new(1, All, 0, 1, 2, 3, 4, 1030)] },
        new("ioctl", 16, 29) { Tests = [new(1, All, 0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)] },

        // Its own limits, and names for its threads and memory.
        new("prlimit64", 302, 261) { Tests = [new(0, All, 0)] },
        new("prctl", 157, 167) { Tests = [new(0, All, 15, 16, 0x53564D41)] },

        // Threads, and no process except the one that is started.
        new("clone", 56, 220) { Tests = [new(0, Thread | Namespaces, Thread)] },
        new("clone", 56, 220) { IsOfTheStart = true },
        new("execve", 59, 221) { IsOfTheStart = true },
        new("chdir", 80, 49) { IsOfTheStart = true },
        new("wait4", 61, 260) { IsOfTheStart = true },
        new("waitid", 247, 95) { IsOfTheStart = true },
    ];

    /// <summary>
    /// How abort(3) ends a program. It can reach any process's thread, so it needs Landlock to confine signals.
    /// </summary>
    public static SystemCall SignalToThread { get; } = new("tgkill", 234, 131);
}
