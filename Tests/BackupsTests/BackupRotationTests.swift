import Backups
import DurableFiles
import SystemPackage
import TestSupport
import Testing

@Suite struct `The rotation of backups` {
  private let office: BackedOffice

  init() throws { office = try BackedOffice() }

  private func instant(_ day: Int) -> String {
    "2026-03-\(day < 10 ? "0" : "")\(day)T09:00:00+08:00"
  }

  private func days() throws -> [String] {
    try office.names().map { String($0.dropFirst("cadangan-63.05.12-2026-03-".count).prefix(2)) }
  }

  @Test func `keeps the newest, and all of them where no number is given`() throws {
    for day in 1...4 { try office.back(at: instant(day)) }
    #expect(try days() == ["01", "02", "03", "04"])
    let outcome = try office.back(keeping: 3, at: instant(5))
    #expect(try days() == ["03", "04", "05"])
    #expect(
      outcome.removed == [
        "cadangan-63.05.12-2026-03-02-090000", "cadangan-63.05.12-2026-03-01-090000",
      ])
    try office.back(keeping: 1, at: instant(6))
    #expect(try days() == ["06"])
    // Two of one second.
    try office.back(keeping: 2, at: instant(6))
    #expect(
      try office.names() == [
        "cadangan-63.05.12-2026-03-06-090000", "cadangan-63.05.12-2026-03-06-090000-2",
      ])
  }

  @Test func `never removes the last that was proved`() throws {
    try office.back(at: instant(1))
    try office.back(at: instant(2))
    try office.founded.change("buku/63.05.12/2026.csv", "RFK", to: "XFK")
    for day in 3...5 { #expect(try !office.back(keeping: 2, at: instant(day)).isProved) }
    #expect(try days() == ["02", "04", "05"])
  }

  @Test func `leaves what is not a backup of this workspace`() throws {
    let other = try BackedOffice()
    try other.back(to: office.target)
    try office.outside.write("x", to: "cadangan/cadangan-63.05.12-2020-01-01-000000/isi.txt")
    try office.outside.write("x", to: "cadangan/cadangan-berkas")
    try office.back(keeping: 1, at: instant(8))
    try office.back(keeping: 1, at: instant(9))
    #expect(
      try office.names() == [
        "cadangan-63.05.12-2020-01-01-000000", "cadangan-63.05.12-2026-03-02-090000",
        "cadangan-63.05.12-2026-03-09-090000", "cadangan-berkas",
      ])
  }
}
