import CivilCalendar
import ComplianceModel
import Reminders
import TestSupport
import Testing

/// What is told of channels and addresses before a message fails.
struct ChannelCheckTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("#!/bin/sh\n", to: "kirim.sh")
    try folder.write("https://contoh.invalid/RAHASIA\n", to: "rahasia/url")
    try folder.write(" \n", to: "rahasia/kosong")
  }

  private func findings(
    _ kind: ChannelSettings.Kind, contact: String? = nil, detak: SecretSource? = nil
  ) throws -> [String] {
    let official = Official(
      role: "camat", name: "Nama Karangan", employeeNumber: nil, since: try day("2019-01-01"),
      contacts: contact.map { ["uji": $0] } ?? [:])
    let office = Office(
      zone: .wita, calendars: [], weeks: [], officials: [official],
      deciding: .first, leadDays: 14,
      reminders: ReminderSettings(
        channels: [ChannelSettings(name: "uji", kind: kind)], heartbeatURL: detak),
      places: [
        .description(channel: "uji"): SourcePlace(file: "kantor.yaml", line: 9, column: 15),
        .address(of: "Nama Karangan", channel: "uji"): SourcePlace(
          file: "kantor.yaml", line: 5, column: 7),
      ])
    let found = ChannelCheck(
      office, workspace: folder.filePath,
      environment: {
        ["PATH": "\(folder.path):/bin", "URL": "https://x.invalid", "TANPA": "x"][$0]
      }
    ).findings
    #expect(found.allSatisfy { $0.severity == .remark && $0.remedy != "" })
    return found.map { "\($0.place.line):\($0.place.column) \($0.what)" }
  }

  private func webhook(
    url: SecretSource, key: SecretSource? = nil, headers: [String: SecretSource] = [:],
    template: String? = nil
  ) -> ChannelSettings.Kind {
    .webhook(url: url, key: key, headers: headers, template: template, timeoutSeconds: 9)
  }

  @Test func `what works is not spoken of`() throws {
    let good: [(ChannelSettings.Kind, String)] = [
      (.standardOutput, ""), (.drop(folder: "x"), ""), (.whatsAppLink, "0812-3456-789"),
      (.sendmail(command: ["kirim.sh"], from: "a@contoh.invalid"), "b@contoh.invalid"),
      (
        .command(["./kirim.sh", "{alamat}", "{}", "{1}", "{perihal}"], timeoutSeconds: 9),
        "apa saja"
      ),
      (webhook(url: .file("rahasia/url"), template: #"{"a": "@TEKS@"}"#), "1"),
      (webhook(url: .environment("URL"), key: .plain("k"), headers: ["A": .plain("b")]), "1"),
    ]
    for (kind, contact) in good {
      let found = try findings(kind, contact: contact)
      #expect(found == [])
    }
  }

  @Test func `everything with which a message would fail is told at its place`() throws {
    #expect(
      try findings(.sendmail(command: ["/tak/ada"], from: "kantor"), contact: "bukan alamat") == [
        "5:7 kontak ini bukan satu alamat surel", "9:15 saluran 'uji': program /tak/ada tidak ada",
      ])
    #expect(
      try findings(.sendmail(command: ["sh"], from: "bukan alamat"), contact: "b@contoh.invalid")
        == ["9:15 saluran 'uji': 'dari' bukan alamat surel"])
    #expect(try findings(.whatsAppLink, contact: "abc") == ["5:7 kontak ini bukan nomor telepon"])
    #expect(
      try findings(.command(["tak-ada", "{alamatt}", "x{idd}y"], timeoutSeconds: 9)) == [
        "9:15 saluran 'uji': program tak-ada tidak ada",
        "9:15 saluran 'uji': {alamatt} tidak mewakili apa-apa",
        "9:15 saluran 'uji': {idd} tidak mewakili apa-apa",
      ])
    #expect(
      try findings(
        webhook(
          url: .plain("ftp://x"), key: .file("rahasia/tak-ada"),
          headers: ["A": .environment("TAK_ADA"), "B": .file("rahasia/kosong")],
          template: "{rusak"), detak: .environment("TANPA"))
        == [
          "9:15 saluran 'uji': alamatnya bukan http:// atau https:// yang utuh",
          "9:15 saluran 'uji': berkas rahasia/tak-ada tidak dapat dibaca",
          "9:15 saluran 'uji': variabel lingkungan TAK_ADA tidak terisi di sini",
          "9:15 saluran 'uji': berkas rahasia/kosong kosong",
          "9:15 saluran 'uji': 'badan' bukan JSON",
          "0:0 detak: alamatnya bukan http:// atau https:// yang utuh",
        ])
  }
}
