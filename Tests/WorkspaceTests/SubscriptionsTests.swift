import CivilCalendar
import ComplianceModel
import DurableFiles
import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Workspace

/// The file of the addresses from which calendar programs take the due dates.
struct SubscriptionsTests {
  private let office: FoundedWorkspace

  init() throws { office = try FoundedWorkspace() }

  private func add(_ name: String, _ secret: String) throws -> Subscription {
    let today = try day("2026-04-02")
    return try Subscriptions.add(in: office.path, files: .live, secret: secret) { _ in
      .init(name: name, jabatan: "camat", unit: nil, since: today, maker: "budi, \"B\"")
    }
  }

  @Test func `an address is found by its secret alone, and the file is its owner's alone`() throws {
    let first = try add("satu", "rahasia-1")
    let second = try add("dua", "rahasia-2")
    let list = try Subscriptions(in: office.path)
    #expect(list.list == [first, second] && [first, second].map(\.number) == [1, 2])
    #expect(list[secret: "rahasia-2"] == second && list[secret: "rahasia-3"] == nil)
    let path = office.path.appending("langganan.csv").string
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    #expect((attributes[.posixPermissions] as? Int) == 0o600)
    #expect(try !office.folder.text(of: "langganan.csv").contains("rahasia"))
    #expect(try Subscriptions.remove(1, in: office.path, files: .live))
    #expect(try !Subscriptions.remove(1, in: office.path, files: .live))
    #expect(try Subscriptions(in: office.path).list == [second])
  }

  @Test(arguments: [
    ("nomor,nama\n", 1), ("", 0), ("HEAD1,satu,,,2026-04-02,budi,ab\n", 2),
    ("HEAD0,satu,,,2026-04-02,budi,SIDIK\n", 2), ("HEAD1,satu,,,kemarin,budi,SIDIK\n", 2),
    ("HEAD1,satu,,x,2026-04-02,budi,SIDIK\n", 2), ("HEAD1,,,,2026-04-02,budi,SIDIK\n", 2),
    ("HEAD1,satu,,,2026-04-02,budi\n", 2),
    ("HEAD1,satu,,,2026-04-02,budi,SIDIK\n1,dua,,,2026-04-02,budi,SIDIK\n", 3),
  ])
  func `a faulty file is told with its line, and nobody is answered by half of one`(
    _ text: String, _ line: Int
  ) throws {
    let header = "nomor,nama,jabatan,unit,sejak,dibuat_oleh,sidik\n"
    let bytes = text.replacing("HEAD", with: header)
      .replacing("SIDIK", with: String(repeating: "a", count: 64))
    try office.folder.write(bytes, to: "langganan.csv")
    let path = office.path.appending("langganan.csv").string
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    let findings = try Subscriptions.findings(in: office.path)
    #expect(findings.map(\.place.line) == [line])
    #expect(throws: WorkspaceFailure.self) { try Subscriptions(in: office.path) }
  }

  @Test func `a file that others may read is a fault`() throws {
    _ = try add("satu", "rahasia-1")
    let path = office.path.appending("langganan.csv").string
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    #expect(
      try Subscriptions.findings(in: office.path).map(\.remedy)
        == ["jalankan: chmod 600 langganan.csv"])
  }
}
