package import Answers
package import CivilCalendar
internal import Compliance
package import ComplianceModel
package import Deeds
internal import Workspace

/// What a due date that a letter sets comes to, in words that every front shares.
package struct SetDueDateText: Sendable {
  private let outcome: SetDueDateOutcome
  private let kecamatan: [Kecamatan]

  /// Words an outcome.
  ///
  /// - Parameters:
  ///   - outcome: The outcome.
  ///   - kecamatan: Those that are watched.
  package init(_ outcome: SetDueDateOutcome, _ kecamatan: [Kecamatan]) {
    self.outcome = outcome
    self.kecamatan = kecamatan
  }

  /// What is said of a date on which the office is closed; `nil` for a working day, and where that is not known.
  package var closedDay: String? {
    guard let last = outcome.lastWorkingDay, last != outcome.date else { return nil }
    return Words.closedDay(outcome.date, lastWorkingDay: last)
  }

  /// What it takes the place of, and whom it does not move.
  package var exceptions: [String] {
    let replaced = outcome.entries.filter { !$0.isKnown }.compactMap { entry -> String? in
      guard let date = entry.formerDate, let letter = entry.formerLetter else { return nil }
      let unit = entry.unit.map { " \(name(of: $0))" } ?? ""
      return "Menggantikan\(unit): \(date.indonesian) (\(letter))"
    }
    let own = outcome.ownDates.map {
      "\($0.unitName) tetap \($0.date.indonesian), ditetapkan tersendiri (\($0.letter))"
    }
    let extended = outcome.moves.compactMap { move -> String? in
      guard let row = move.extensionRow, let due = move.after.due else { return nil }
      return
        "\(move.unitName) tetap bertenggat \(due.indonesian), diperpanjang (baris \(row.text))"
    }
    return replaced + own + extended
  }

  /// The places in files where it stands, or will stand: `kalender/ditetapkan.yaml:5`.
  package var place: String {
    var files: [String] = []
    for entry in outcome.entries where !files.contains(entry.place.file) {
      files.append(entry.place.file)
    }
    let places = outcome.entries.map { "\($0.place.file):\($0.place.line)" }
    return places.count == 1 ? places[0] : files.joined(separator: ", ")
  }

  /// What was written, or would be.
  ///
  /// - Parameters:
  ///   - isPreview: Whether nothing was to be written.
  ///   - option: How that was asked for.
  /// - Returns: The sentence, with how it is set off.
  package func ending(isPreview: Bool, option: String) -> (text: String, style: Style) {
    if outcome.isKnown { return ("Sudah demikian di \(place); tidak ada yang ditulis.", .good) }
    return isPreview
      ? ("Belum ditulis (\(option)): \(place)", .soon) : ("Ditulis di \(place)", .good)
  }

  /// A warning for each frozen quarter, which stays as it is.
  ///
  /// - Parameters:
  ///   - isPreview: Whether nothing was to be written.
  ///   - command: The command that tells what is other in a quarter.
  /// - Returns: The sentences.
  package func frozenWarnings(isPreview: Bool, command: (Quarter) -> String) -> [String] {
    outcome.frozen.map { frozen in
      let unit = kecamatan.count > 1 ? " \(name(of: frozen.kecamatan))" : ""
      let verb = isPreview || outcome.isKnown ? "tidak akan diubah" : "tidak diubah"
      return
        "\(frozen.quarter.indonesianWithYear)\(unit) sudah dibekukan (baris \(frozen.row.text)); "
        + "dokumen bekunya \(verb); lihat bedanya: \(command(frozen.quarter))"
    }
  }

  /// The name of a unit with what it is.
  package func name(of unit: RegionCode) -> String {
    kecamatan.first { $0.code == unit.kecamatan }?.displayName(of: unit) ?? "\(unit)"
  }

  /// The table of what it is for.
  package static let moveColumns: [Column<SetDueDateOutcome.Move>] = [
    Column(key: "unit", heading: "Unit") { .text($0.unitName) },
    Column(key: "tenggat_lama", heading: "Tenggat semula") { Cell($0.before?.due) },
    Column(key: "tenggat", heading: "Tenggat baru") { Cell($0.after.due) },
    Column(key: "status_lama", heading: "Keadaan semula") {
      $0.before.map { .status($0.status) } ?? .none
    },
    Column(key: "status", heading: "Keadaan baru") { .status($0.after.status) },
  ]
}
