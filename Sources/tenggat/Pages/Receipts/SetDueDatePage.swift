internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import Deeds
internal import PlainText
internal import Wording
internal import Workspace

/// What a due date that a letter sets moves, for people and for programs.
struct SetDueDatePage {
  let outcome: SetDueDateOutcome
  let isPreview: Bool
  let kecamatan: [Kecamatan]

  private var subject: String { "\(outcome.report) \(outcome.period)" }
  private var moved: [SetDueDateOutcome.Move] { outcome.moves.filter(\.isMoved) }

  // MARK: - For people

  func print(to console: inout Console) {
    console.line("\(subject): tenggat \(Words.day(outcome.date))", .strong)
    if let last = outcome.lastWorkingDay, last != outcome.date {
      console.line(Words.closedDay(outcome.date, lastWorkingDay: last), .soon)
    }
    console.line("Surat: \(outcome.letter)")
    printMoves(to: &console)
    for entry in outcome.entries where !entry.isKnown {
      guard let date = entry.formerDate, let letter = entry.formerLetter else { continue }
      let unit = entry.unit.map { " \(name(of: $0))" } ?? ""
      console.line("Menggantikan\(unit): \(date.indonesian) (\(letter))")
    }
    for own in outcome.ownDates {
      console.line(
        "\(own.unitName) tetap \(own.date.indonesian), ditetapkan tersendiri (\(own.letter))")
    }
    for move in outcome.moves {
      guard let row = move.extensionRow, let due = move.after.due else { continue }
      console.line(
        "\(move.unitName) tetap bertenggat \(due.indonesian), diperpanjang (baris \(row.text))")
    }
    printEnd(to: &console)
  }

  private func printMoves(to console: inout Console) {
    guard !moved.isEmpty else {
      if !outcome.isKnown { console.line("Tidak ada tenggat atau keadaan yang bergeser.") }
      return
    }
    var table = Table([
      Table.Column("Unit", .cut), Table.Column("Tenggat semula", right: true),
      Table.Column("Tenggat baru", right: true), Table.Column("Keadaan semula"),
      Table.Column("Keadaan baru"),
    ])
    for move in moved {
      table.add([
        Table.Cell(move.unitName), Table.Cell(text(move.before?.due)),
        Table.Cell(text(move.after.due), .strong),
        Table.Cell(move.before.map { SetDueDatePage.word($0.status) } ?? "-"),
        Table.Cell(SetDueDatePage.word(move.after.status), Words.style(move.after.status)),
      ])
    }
    console.table(table)
    let still = outcome.moves.count - moved.count
    if still > 0 { console.line("\(still) unit lain tidak bergeser.") }
  }

  /// A status of what has a due date, so that it is known what is waited for.
  private static func word(_ status: Status) -> String {
    status == .waiting ? "belum jatuh tempo" : Words.status(status)
  }

  private func printEnd(to console: inout Console) {
    var files: [String] = []
    for entry in outcome.entries where !files.contains(entry.place.file) {
      files.append(entry.place.file)
    }
    let places = outcome.entries.map { "\($0.place.file):\($0.place.line)" }
    let place = places.count == 1 ? places[0] : files.joined(separator: ", ")
    if outcome.isKnown {
      console.line("Sudah demikian di \(place); tidak ada yang ditulis.", .good)
    } else if isPreview {
      console.line("Belum ditulis (--coba): \(place)", .soon)
    } else {
      console.line("Ditulis di \(place)", .good)
    }
  }

  private func text(_ date: CivilDate?) -> String { date?.indonesian ?? "-" }

  private func name(of unit: RegionCode) -> String {
    kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? "\(unit)"
  }

  /// What is said on standard error.
  var remarks: [String] {
    outcome.frozen.map { frozen in
      let unit = kecamatan.count > 1 ? " \(name(of: frozen.kecamatan))" : ""
      let quarter = "\(frozen.quarter.indonesian) \(frozen.quarter.year)"
      let verb = isPreview || outcome.isKnown ? "tidak akan diubah" : "tidak diubah"
      return
        "tenggat: peringatan: \(quarter)\(unit) sudah dibekukan (baris \(frozen.row.text)); dokumen "
        + "bekunya \(verb); lihat bedanya: tenggat beda \(frozen.quarter)"
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "laporan": .string(outcome.report),
      "periode": .string("\(outcome.period)"),
      "tanggal": .string("\(outcome.date)"),
      "hari_kerja_terakhir": JSONValue(outcome.lastWorkingDay),
      "surat": .string(outcome.letter),
      "ditulis": .boolean(outcome.isWritten),
      "sudah_ada": .boolean(outcome.isKnown),
      "entri": .array(
        outcome.entries.map {
          [
            "unit": JSONValue($0.unit.map { "\($0)" }), "berkas": .string($0.place.file),
            "baris": .integer($0.place.line), "tanggal_lama": JSONValue($0.formerDate),
            "surat_lama": JSONValue($0.formerLetter), "sudah_ada": .boolean($0.isKnown),
          ]
        }),
      "bergeser": .array(moved.map(json)),
      "tetap": .integer(outcome.moves.count - moved.count),
      "tersendiri": .array(
        outcome.ownDates.map {
          [
            "nama_unit": .string($0.unitName), "tanggal": .string("\($0.date)"),
            "surat": .string($0.letter),
          ]
        }),
      "beku": .array(
        outcome.frozen.map {
          [
            "unit": .string("\($0.kecamatan)"), "triwulan": .string("\($0.quarter)"),
            "nomor": .string($0.row.text),
          ]
        }),
    ]
  }

  private func json(_ move: SetDueDateOutcome.Move) -> JSONValue {
    [
      "unit": .string("\(move.unit)"),
      "nama_unit": .string(move.unitName),
      "laporan": .string(outcome.report),
      "periode": .string("\(outcome.period)"),
      "tenggat_lama": JSONValue(move.before?.due),
      "tenggat": JSONValue(move.after.due),
      "tenggat_aturan_lama": JSONValue(move.before?.ruleDue),
      "tenggat_aturan": JSONValue(move.after.ruleDue),
      "status_lama": JSONValue(move.before?.status.rawValue),
      "status": .string(move.after.status.rawValue),
      "perpanjangan": JSONValue(move.extensionRow?.text),
    ]
  }
}
