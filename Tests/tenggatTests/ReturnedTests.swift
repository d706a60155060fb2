import Foundation
import TestSupport
import Testing

/// A report that was returned is seen to be so in every view, beside its status.
struct ReturnedTests {
  /// LPPDesa 2025 of Bagak and RFK 2025-TW4 of the office, returned and waited for.
  private func office() async throws -> Office {
    let office = try await Office.founded()
    try await office.do("catat RFK 2025-TW4", on: "2026-01-08")
    try await office.do("kembalikan RFK 2025-TW4 --catatan kurang", on: "2026-01-09")
    try await office.do("catat LPPDesa 2025 --unit Bagak", on: "2026-03-25")
    try await office.do("kembalikan LPPDesa 2025 --unit Bagak --catatan kurang", on: "2026-03-30")
    return office
  }

  private func object(_ office: Office, _ words: String, _ day: String) async throws
    -> [String: Any]
  {
    let run = try await office.run("\(words) --json", on: day)
    return try #require(
      try JSONSerialization.jsonObject(with: Data(run.output)) as? [String: Any])
  }

  @Test(arguments: [
    ("2026-03-29", nil), ("2026-03-30", "2026-03-30"), ("2026-04-20", "2026-03-30"),
  ])
  func `the schedule and the matrix tell since when`(
    _ day: String, _ returned: String?
  ) async throws {
    let office = try await office()
    let judged = "--per \(day)"
    let schedule = try await object(office, "jadwal --tahun 2026 --semua \(judged)", "2026-04-20")
    let obligations = try #require(schedule["kewajiban"] as? [[String: Any]])
    let own = try #require(
      obligations.first {
        $0["laporan"] as? String == "LPPDesa" && $0["nama_unit"] as? String == "Bagak"
      })
    #expect(own["dikembalikan"] as? String == returned)
    #expect(obligations.allSatisfy { $0.keys.contains("dikembalikan") })
    let matrix = try await object(office, "desa --unit Bagak \(judged)", "2026-04-20")
    let desa = try #require((matrix["desa"] as? [[String: Any]])?.first)
    let document = try #require(
      (desa["dokumen"] as? [[String: Any]])?.first { $0["laporan"] as? String == "LPPDesa" })
    #expect(document["dikembalikan"] as? String == returned)
    let parts = try #require(document["bagian"] as? [[String: Any]])
    #expect(parts.first?["dikembalikan"] as? String == returned)
    let explained = try await object(
      office, "jelaskan LPPDesa 2025 --unit Bagak \(judged)", "2026-04-20")
    #expect(explained["dikembalikan"] as? String == returned)
  }

  @Test func `the status beside it is that of a report that is not in`() async throws {
    let office = try await office()
    for (day, status) in [("2026-03-30", "segera"), ("2026-04-01", "lewat")] {
      let schedule = try await object(office, "jadwal --unit Bagak", day)
      let obligations = try #require(schedule["kewajiban"] as? [[String: Any]])
      let own = try #require(obligations.first { $0["laporan"] as? String == "LPPDesa" })
      #expect(own["status"] as? String == status)
      #expect(own["tanggal"] is NSNull)
    }
  }

  @Test func `people see it in the schedule, the matrix, the rates and the letter`() async throws {
    let office = try await office()
    let schedule = try await office.do("jadwal", on: "2026-04-20")
    #expect(
      schedule.contains("terlambat 20 hari (belum ada), dikembalikan 30 Maret 2026"), "\(schedule)")
    #expect(
      schedule.contains("terlambat 100 hari (belum ada), dikembalikan 9 Januari 2026"),
      "\(schedule)")
    let soon = try await office.do("jadwal", on: "2026-03-30")
    #expect(soon.contains("1 hari (1 kerja), dikembalikan 30 Maret 2026"), "\(soon)")
    let matrix = try await office.do("desa", on: "2026-04-20")
    let row = try #require(matrix.split(separator: "\n").first { $0.contains("  Bagak ") })
    #expect(row.contains("Xk"))
    #expect(matrix.contains("k dikembalikan, perbaikan belum disampaikan"))
    #expect(matrix.contains("LPPDesa (dikembalikan 30 Maret 2026)"))
    #expect(
      try await office.do("kepatuhan", on: "2026-04-20")
        .contains("Di antara yang belum masuk, 2 dikembalikan"))
    #expect(
      try await office.do("surat teguran Bagak --keluaran -", on: "2026-04-20")
        .contains("dikembalikan 30 Maret 2026, perbaikannya belum disampaikan"))
    #expect(
      try await office.do("ingatkan", on: "2026-04-20")
        .contains("dikembalikan 30 Maret, perbaikan belum disampaikan"))
  }

  @Test(arguments: [
    "catat LPPDesa 2025 --unit Bagak", "bebaskan LPPDesa 2025 --unit Bagak --catatan x",
  ])
  func `it ends when it is handed in again, or owed no more`(_ words: String) async throws {
    let office = try await office()
    try await office.do(words, on: "2026-04-20")
    let matrix = try await office.do("desa", on: "2026-04-20")
    #expect(!matrix.contains("dikembalikan"))
    let schedule = try await object(
      office, "jadwal --unit Bagak --tahun 2026 --semua", "2026-04-20")
    let obligations = try #require(schedule["kewajiban"] as? [[String: Any]])
    #expect(obligations.allSatisfy { $0["dikembalikan"] is NSNull })
  }

  @Test func `nothing that was never returned bears the sign`() async throws {
    let office = try await Office.founded()
    #expect(!(try await office.do("desa", on: "2026-04-20").contains("k dikembalikan")))
    #expect(!(try await office.do("kepatuhan", on: "2026-04-20").contains("dikembalikan")))
  }
}
