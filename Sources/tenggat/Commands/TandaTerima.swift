internal import Answers
internal import ArgumentParser
internal import CivilCalendar
internal import ComplianceModel
internal import Exchange
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// Receipts for what desa handed in on a day.
struct TandaTerima: TenggatCommand {
  static let configuration = CommandConfiguration(
    commandName: "tanda-terima", abstract: "Tanda terima untuk dokumen yang disampaikan desa.",
    discussion: """
      Menurut buku: dokumen yang diterima pada hari itu, tepat waktu atau terlambat, sidik buktinya, dan \
      barisnya; satu lembar satu desa, dengan tempat tanda tangan. Yang dikembalikan atau dibatalkan \
      tidak termasuk.
      """,
    aliases: ["receipt"])

  static let examples = [
    "tanda-terima --unit Bagak",
    "tanda-terima --tanggal 2026-03-31 --teks",
  ]

  @OptionGroup var global: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(
    help: ArgumentHelp(
      "Hanya desa ini, atau desa kecamatan ini; boleh diulang.", valueName: "unit"))
  var unit: [String] = []
  @Option(help: ArgumentHelp("Hari penerimaan; bawaan: hari ini.", valueName: "tanggal"))
  var tanggal: CivilDate?
  @Flag(help: "Tampilkan sebagai teks, tanpa menulis berkas.")
  var teks = false
  @Option(help: ArgumentHelp("Ukuran kertas.", valueName: "ukuran"))
  var kertas: ReceiptPaper = .a5
  @Option(
    help: ArgumentHelp(
      "Folder tujuan; '-' ke keluaran standar bila hanya satu; bawaan: folder ekspor/.",
      valueName: "folder"))
  var keluaran: String?
  @Flag(help: "Timpa berkas tujuan yang isinya lain.")
  var timpa = false

  var namedUnits: [String] { unit }

  func run(_ session: inout Session) throws {
    let day = tanggal ?? session.today
    try requireSense(day, session)
    let scope = try session.scope(unit)
    let answer = try Receipts(
      Receipts.Question(of: scope, receivedOn: day, asOf: session.today), in: session.workspace)
    let pages = answer.receipts.map { ReceiptPage(answer: answer, receipt: $0) }
    if output.json { return session.console.raw(TandaTerima.json(answer).text()) }
    guard !pages.isEmpty else {
      let who = ViewFilter(units: scope.units).who(scope.kecamatan)
      return session.console.line(
        "Tidak ada dokumen desa yang diterima pada \(Words.day(day)) menurut buku: \(who)")
    }
    if teks {
      for (index, page) in pages.enumerated() {
        if index > 0 {
          session.console.line()
          session.console.line()
        }
        page.print(to: &session.console)
      }
    } else if keluaran == "-" {
      guard pages.count == 1 else {
        throw ArgumentRefusal.severalPages(
          pages.count, unit: "--unit", output: "--keluaran")
      }
      session.console.raw(pages[0].html(kertas))
    } else {
      try write(pages, &session)
    }
  }

  private func requireSense(_ day: CivilDate, _ session: Session) throws {
    guard !teks || !output.json else {
      throw OptionRefusal.exclusive(["--teks", "--json"])
    }
    guard keluaran == nil || !(teks || output.json) else {
      throw OptionRefusal.notBeside("--keluaran", teks ? "--teks" : "--json")
    }
    guard day <= session.today else {
      throw ArgumentRefusal.dayToCome(day)
    }
  }

  private func write(_ pages: [ReceiptPage], _ session: inout Session) throws {
    let folder =
      keluaran.map { FilePath($0) } ?? session.workspace.folder.appending(PrintedPages.folder)
    let files = pages.map { page in
      let name =
        "tanda-terima-\(page.receipt.village.code)-\(page.answer.question.received)-\(kertas).html"
      return (path: folder.appending(name), html: page.html(kertas))
    }
    try PrintedPages(files).write(in: session.workspace.folder, overwriting: timpa)
    for (file, page) in zip(files, pages) {
      let receipt = page.receipt
      session.console.line(
        "\(file.path): tanda terima "
          + "\(receipt.kecamatan.displayName(of: receipt.village.code)), "
          + "\(receipt.lines.count) dokumen")
    }
  }

  private static func json(_ answer: Receipts) -> JSONValue {
    [
      "tanggal": .string(answer.question.received.description),
      "tanda_terima": .array(
        answer.receipts.map { receipt in
          [
            "unit": .string(receipt.village.code.description),
            "nama_unit": .string(receipt.kecamatan.displayName(of: receipt.village.code)),
            "dokumen": JSONValue(rows: receipt.lines, ReceiptLine.columns),
          ]
        }),
    ]
  }
}
