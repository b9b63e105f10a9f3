extension SystemCall {
  /// Ways to the network, and to other processes through a socket.
  ///
  /// `socketpair` stays: it leads nowhere else, and Foundation's run loop wants it.
  static let network = [
    SystemCall("socket", 41, 198), SystemCall("connect", 42, 203), SystemCall("bind", 49, 200),
    SystemCall("listen", 50, 201), SystemCall("accept", 43, 202), SystemCall("accept4", 288, 242),
  ]

  /// Looking into other processes, and the parts of the kernel that most escapes went through.
  static let kernel = [
    SystemCall("ptrace", 101, 117), SystemCall("process_vm_readv", 310, 270),
    SystemCall("process_vm_writev", 311, 271), SystemCall("process_madvise", 440),
    SystemCall("process_mrelease", 448), SystemCall("kcmp", 312, 272),
    SystemCall("pidfd_open", 434), SystemCall("pidfd_getfd", 438),
    SystemCall("pidfd_send_signal", 424),
    SystemCall("unshare", 272, 97), SystemCall("setns", 308, 268),
    SystemCall("mount", 165, 40), SystemCall("umount2", 166, 39),
    SystemCall("pivot_root", 155, 41), SystemCall("chroot", 161, 51),
    SystemCall("open_tree", 428), SystemCall("move_mount", 429), SystemCall("fsopen", 430),
    SystemCall("fsconfig", 431), SystemCall("fsmount", 432), SystemCall("fspick", 433),
    SystemCall("mount_setattr", 442), SystemCall("open_by_handle_at", 304, 265),
    SystemCall("io_uring_setup", 425), SystemCall("io_uring_enter", 426),
    SystemCall("io_uring_register", 427),
    SystemCall("add_key", 248, 217), SystemCall("request_key", 249, 218),
    SystemCall("keyctl", 250, 219), SystemCall("bpf", 321, 280),
    SystemCall("perf_event_open", 298, 241), SystemCall("userfaultfd", 323, 282),
  ]

  /// Further processes, and leaving the session by which we find them.
  static let processes = [
    SystemCall("fork", 57, nil), SystemCall("vfork", 58, nil),
    SystemCall("setsid", 112, 157), SystemCall("setpgid", 109, 154),
  ]

  /// Changes of a file that Landlock does not see: its mode, owner, times and so on.
  static let attributes = [
    SystemCall("chmod", 90, nil), SystemCall("fchmod", 91, 52), SystemCall("fchmodat", 268, 53),
    SystemCall("fchmodat2", 452), SystemCall("chown", 92, nil), SystemCall("fchown", 93, 55),
    SystemCall("lchown", 94, nil), SystemCall("fchownat", 260, 54),
    SystemCall("utime", 132, nil), SystemCall("utimes", 235, nil),
    SystemCall("futimesat", 261, nil), SystemCall("utimensat", 280, 88),
    SystemCall("setxattr", 188, 5), SystemCall("lsetxattr", 189, 6),
    SystemCall("fsetxattr", 190, 7), SystemCall("setxattrat", 463),
    SystemCall("removexattr", 197, 14), SystemCall("lremovexattr", 198, 15),
    SystemCall("fremovexattr", 199, 16), SystemCall("removexattrat", 466),
    SystemCall("truncate", 76, 45),
  ]

  /// Signals with words, and a change of how fast other processes of the same user run.
  static let influence = [
    SystemCall("tkill", 200, 130), SystemCall("rt_sigqueueinfo", 129, 138),
    SystemCall("rt_tgsigqueueinfo", 297, 240), SystemCall("sched_setparam", 142, 118),
    SystemCall("sched_setscheduler", 144, 119), SystemCall("sched_setaffinity", 203, 122),
    SystemCall("sched_setattr", 314, 274), SystemCall("setpriority", 141, 140),
    SystemCall("ioprio_set", 251, 30),
  ]

  /// Memory and messages that two workers could share, and that would outlive them.
  static let sharing = [
    SystemCall("shmget", 29, 194), SystemCall("semget", 64, 190), SystemCall("msgget", 68, 186),
    SystemCall("mq_open", 240, 180),
  ]

  // Calls that are judged by their arguments.
  static let clone = SystemCall("clone", 56, 220)
  static let clone3 = SystemCall("clone3", 435)
  static let kill = SystemCall("kill", 62, 129)
  static let threadKill = SystemCall("tgkill", 234, 131)
  static let limits = SystemCall("prlimit64", 302, 261)
  static let processControl = SystemCall("prctl", 157, 167)
}
