import ComplianceModel
import DurableFiles
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// The file of who may open the pages.
struct UsersTests {
  private static let header = "akun,nama,peran,jabatan,desa,sandi\n"
  private static let hash =
    "$7$BU..../....\(String(repeating: "a", count: 43))$\(String(repeating: "b", count: 43))"

  private func users(_ text: String, permissions: Int = 0o600) throws -> Users {
    let office = try FoundedWorkspace()
    try office.folder.write(text, to: Users.file, permissions: permissions)
    return try Users(in: office.path)
  }

  @Test func `without a file there is nobody`() throws {
    let users = try Users(in: FoundedWorkspace().path)
    #expect(users.list.isEmpty && users.state == nil)
  }

  @Test func `users are read as they were written`() throws {
    let users = try users(
      Self.header + "siti,\"Siti, S.Sos\",kasubbag,,,\(Self.hash)\n"
        + "rahmat,Rahmat,kasi,kasi-pemerintahan,,\(Self.hash)\n"
        + "op,Operator,operator-desa,,63.05.12.2002 63.05.12.2001,\(Self.hash)\n")
    #expect(users.list.map(\.account) == ["siti", "rahmat", "op"])
    #expect(users["SITI"]?.name == "Siti, S.Sos")
    #expect(users["rahmat"]?.jabatan == "kasi-pemerintahan")
    #expect(
      users["op"]?.villages == [try region("63.05.12.2001"), try region("63.05.12.2002")])
    #expect(users["budi"] == nil)
  }

  @Test(arguments: [
    ("", "kolomnya bukan"),
    ("akun,nama,peran,jabatan,desa,sandi,surel\n", "ditulis tenggat yang lebih baru"),
    ("nama,akun,peran,jabatan,desa,sandi\n", "kolomnya bukan"),
    (header + "siti,Siti,kasubbag,,\n", "tidak berisi 6 kolom"),
    (header + "siti,Siti,kasubbag,,,x\n", "sandi akun 'siti' bukan yang ditulis tenggat"),
    (header + "siti,Siti,raja,,,\(hash)\n", "peran 'raja' tidak dikenal"),
    (header + "Siti,Siti,kasubbag,,,\(hash)\n", "akun 'Siti' tidak dapat dipakai"),
    (header + "s,Siti,kasubbag,,,\(hash)\n", "akun 's' tidak dapat dipakai"),
    (header + "siti,root,kasubbag,,,\(hash)\n", "nama 'root' tidak dapat dipakai"),
    (header + "siti,,kasubbag,,,\(hash)\n", "nama '' tidak dapat dipakai"),
    (header + "siti,Siti,kasi,,,\(hash)\n", "peran kasi tanpa jabatan"),
    (header + "siti,Siti,camat,camat,,\(hash)\n", "hanya untuk peran kasi"),
    (header + "siti,Siti,operator-desa,,,\(hash)\n", "tanpa desa"),
    (header + "siti,Siti,operator-desa,,63.05.12,\(hash)\n", "bukan kode desa"),
    (header + "siti,Siti,operator-desa,,Tarungin,\(hash)\n", "bukan kode desa"),
    (header + "siti,Siti,camat,,63.05.12.2001,\(hash)\n", "hanya untuk peran operator-desa"),
    (header + "siti,\"Siti\n", "tidak berisi 6 kolom"),
  ])
  func `nobody is let in by a file with a fault`(text: String, sentence: String) throws {
    let failure = #expect(throws: WorkspaceFailure.self) { try users(text) }
    guard case .configuration(let findings)? = failure else {
      Issue.record("\(String(describing: failure))")
      return
    }
    #expect(findings.contains { $0.what.contains(sentence) }, "\(findings)")
    #expect(findings.allSatisfy { $0.place.file == Users.file })
  }

  @Test func `all faults are told, each with its line`() throws {
    let text =
      Self.header + "siti,Siti,raja,,,\(Self.hash)\n" + "budi,Budi,kasubbag,,,\(Self.hash)\n"
      + "budi,Budi,kasubbag,,,\(Self.hash)\n"
    let failure = #expect(throws: WorkspaceFailure.self) { try users(text) }
    guard case .configuration(let findings)? = failure else { return }
    #expect(findings.map(\.place.line) == [2, 4])
    #expect(findings.last?.what == "akun 'budi' sudah ada di baris 3")
  }

  @Test(arguments: [(0o600, true), (0o400, true), (0o640, false), (0o604, false), (0o660, false)])
  func `a file that others can open is not relied on`(permissions: Int, isTaken: Bool) throws {
    #expect((try? users(Self.header, permissions: permissions)) != nil ? isTaken : !isTaken)
  }

  @Test(arguments: [
    ("siti", true), ("desa-tarungin", true), ("a.b", true), ("s1", true), ("s", false),
    ("Siti", false), ("-siti", false), ("siti.", false), ("si ti", false), ("síti", false),
    (String(repeating: "a", count: 32), true), (String(repeating: "a", count: 33), false),
  ])
  func `an account is plain`(text: String, isAccount: Bool) {
    #expect(User.isAccount(text) == isAccount)
  }

  @Test(
    arguments: [
      ("kuda lari pagi", nil), ("sepuluh sh", nil), ("sembilan 9", nil), ("pendek 99", .short),
      (String(repeating: "kudalari", count: 16), nil),
      (String(repeating: "kudalari", count: 16) + "x", .long), ("kuda\u{7}lari pagi", .control),
      ("1234567890", .obvious), ("Password-123", .obvious), ("aaaaaaaaaaaa", .obvious),
      ("aabbccaabbcc", .obvious), ("hatungun123", .obvious), ("Siti-Aminah-1", .obvious),
      ("kecamatan hatungun", .obvious), ("kasubbag2026", .obvious), ("passwordpassword", .obvious),
      ("hatungun hatungun 12345", .obvious), ("hatungun hatungun 123456", nil),
      ("siti aminah suka kuda", nil), ("Ñandú veloz ø", nil),
    ] as [(String, PasswordRule.Fault?)])
  func `a password that anybody would guess is refused`(
    password: String, fault: PasswordRule.Fault?
  ) {
    var found: PasswordRule.Fault?
    do {
      try PasswordRule.check(password, words: ["siti", "Siti Aminah", "Hatungun"])
    } catch {
      found = error
    }
    #expect(found == fault)
  }

  @Test func `changing users leaves a faulty file as it is`() throws {
    let office = try FoundedWorkspace()
    try office.folder.write("rusak", to: Users.file, permissions: 0o600)
    #expect(throws: WorkspaceFailure.self) {
      try Users.change(in: office.path, files: .live) { $0 }
    }
    #expect(try office.folder.text(of: Users.file) == "rusak")
  }
}
