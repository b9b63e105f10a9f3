import Testing

@testable import Trampoline

@Suite("Rights over files")
struct GrantTests {
  @Test(
    "Each version of Landlock knows as many rights as its documentation lists",
    arguments: [(1, 13), (2, 14), (3, 15), (4, 15), (5, 16), (6, 16), (7, 16)])
  func known(version: Int, count: Int) {
    let rights = FileRights.known(to: version)
    #expect(rights.rawValue.nonzeroBitCount == count)
    #expect(rights.rawValue == UInt64(1) << count - 1)
  }

  @Test("Nothing that can be written can be started, and nothing else can be written")
  func exclusive() {
    let change: FileRights = [
      .writeFile, .truncate, .removeFile, .removeFolder, .makeFile, .makeFolder, .makeLink, .refer,
    ]
    for isFolder in [false, true] {
      #expect(!FileRights.rights(.write, isFolder: isFolder).contains(.execute))
      for access in [Grant.Access.read, .execute] {
        #expect(FileRights.rights(access, isFolder: isFolder).isDisjoint(with: change))
      }
    }
  }

  @Test("A file is given only the rights that a file can have", arguments: Grant.Access.allCases)
  func files(access: Grant.Access) {
    // The kernel refuses any other right for a file (EINVAL).
    let possible: FileRights = [.execute, .writeFile, .readFile, .truncate, .control]
    #expect(FileRights.rights(access, isFolder: false).isSubset(of: possible))
    #expect(FileRights.rights(access, isFolder: true).contains(.readFolder))
  }

  @Test("An order reads its grants and its policy")
  func order() throws {
    let order = try LaunchOrder(arguments: [
      "", "--confine", "compiler", "--read", "/a", "--write", "/b", "--execute", "--c",
      "--status", "relay", "--directory", "/", "--", "/d",
    ])
    #expect(order.policy == .compiler)
    #expect(order.isRelay)
    #expect(
      order.grants == [
        Grant(access: .read, path: "/a"), Grant(access: .write, path: "/b"),
        Grant(access: .execute, path: "--c"),
      ])
  }
}
