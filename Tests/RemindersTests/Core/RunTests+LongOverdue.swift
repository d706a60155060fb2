import CivilCalendar
import ComplianceModel
import Reminders
import TestSupport
import Testing

/// What is more than fourteen days overdue is counted, where all that is open is looked at.
extension `a run` {
  private func scene(due: String...) throws -> ReminderScene {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    scene.office.settings = ReminderSettings(escalations: [])
    for (index, due) in due.enumerated() { try scene.office.owe("L\(index + 1)", due: due) }
    return scene
  }

  @Test func `the first message counts what was late long before, and lists the rest`()
    async throws
  {
    // Fourteen days late is listed, fifteen is not.
    let scene = try scene(due: "2025-04-28", "2025-04-29", "2025-05-20")
    let text = try #require(try await scene.texts("2025-05-13").first)
    #expect(
      text.hasSuffix(
        """
        LEWAT TENGGAT
        - 1 lewat lebih dari 14 hari, yang terlama sejak 28 April 2025; lihat: tenggat jadwal
          Bila itu sudah beres: masukkan tabelnya (tenggat impor), atau tulis dipantau_sejak dalam kantor.yaml
        - L2 2024
          29 April 2025, lewat 14 hari
          Catat: tenggat catat L2 2024

        SEGERA
        - L3 2024
          20 Mei 2025, sisa 5 hari kerja
          Catat: tenggat catat L3 2024

        """))
    // What was counted was told.
    #expect(try await scene.texts("2025-05-14").isEmpty)
    #expect(try Array(scene.state.delivered).stages.count == 3)
  }

  @Test func `the summary of a week tells in one line what is late for long`() async throws {
    let scene = try scene(due: "2025-04-01", "2025-04-28", "2025-05-12", "2025-05-20")
    _ = try await scene.texts("2025-05-14")
    let text = try #require(try await scene.texts("2025-05-19").first)
    #expect(
      text.hasSuffix(
        """
        RINGKASAN MINGGU INI, SELAIN YANG DI ATAS
        - 2 lewat lebih dari 14 hari, yang terlama sejak 1 April 2025; lihat: tenggat jadwal

        """))
    #expect(text.contains("- L3 2024"))
    // The last stages, H+14, are told in full.
    #expect(try await scene.texts("2025-05-26").first?.contains("- L3 2024\n") == true)
    #expect(try await scene.texts("2025-06-03").first?.contains("- L4 2024\n") == true)
    let later = try #require(try await scene.texts("2025-06-09").first)
    #expect(later.contains("- 4 lewat lebih dari 14 hari, yang terlama sejak 1 April 2025"))
    #expect(!later.contains("- L3 2024"))
    #expect(!later.contains("dipantau_sejak"))
  }

  @Test func `what was returned is listed, however late it is`() async throws {
    var scene = try scene(due: "2025-04-01", "2025-04-02")
    try scene.office.row(.submitted, "L1", "2025-04-01")
    try scene.office.row(.returned, "L1", "2025-04-10")
    let text = try #require(try await scene.texts("2025-05-13").first)
    #expect(text.contains("- 1 lewat lebih dari 14 hari, yang terlama sejak 2 April 2025"))
    #expect(text.contains("- L1 2024\n"))
    #expect(text.contains("dikembalikan 10 April"))
  }

  @Test func `later messages list what is late, however long, when its stage comes`()
    async throws
  {
    var scene = try scene(due: "2025-05-20")
    _ = try await scene.texts("2025-05-13")
    scene.office.settings = ReminderSettings(stages: [0, 20], escalations: [])
    #expect(try await scene.texts("2025-06-10").first?.contains("- L1 2024\n") == true)
  }

  @Test func `one line of many names them the same way`() async throws {
    var scene = try scene(due: "2025-04-01", "2025-05-20")
    scene.office.settings = ReminderSettings(
      escalations: [],
      channels: [ChannelSettings(name: "wa", kind: .command(["kirim"], timeoutSeconds: 60))])
    try scene.office.appoint("kasi-pem", "Pejabat Satu", ["wa": "081"])
    try await scene.run("2025-05-13")
    let summary = try #require(scene.post.take().first).message.summary
    #expect(
      summary.contains("lewat tenggat: 1 lewat lebih dari 14 hari, yang terlama sejak 1 April 2025")
    )
  }

  @Test func `a message says since when the office is watched`() async throws {
    var scene = try scene(due: "2025-04-01")
    let place = SourcePlace(file: "kantor.yaml", line: 3)
    scene.office.watch = Watch(office: Watch.Start(try day("2025-04-01"), at: place))
    let text = try #require(try await scene.texts("2025-05-13").first)
    #expect(text.contains("\nSelasa, 13 Mei 2025, dipantau sejak 1 April 2025\n"))
    #expect(!text.contains("tenggat impor"))
  }
}
