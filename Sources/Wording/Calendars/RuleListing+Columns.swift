package import Answers
package import CivilCalendar
internal import Compliance
internal import ComplianceModel

extension RuleListing.Office {
  /// The table of rules.
  package var columns: [Column<RuleListing.Line>] {
    let calendar = calendar
    let words = kecamatan.words
    return [
      Column(key: "laporan", heading: "Laporan") { .text($0.code) },
      Column(key: "nama", heading: "Nama") { .text($0.report.name) },
      Column(key: "penanggung_jawab", heading: "Penanggung jawab") {
        .role(calendar.codes[$0.report.responsible], words)
      },
      Column(key: "aturan", heading: "Aturan") { line in
        let validity = line.rule.validity
        let span = validity == .always ? "" : ", berlaku \(RuleText.validity(validity))"
        return .text(RuleText.shape(line.rule.shape, calendar) + span)
      },
      Column(key: "tenggat", heading: "Tenggat tahun itu") { line in
        RuleListing.dates(line.due)
      },
      Column(key: "dasar_hukum", heading: "Dasar") { line in
        .text(
          line.rule.source.title + (line.rule.source.reference.map { " (\($0))" } ?? ""))
      },
      Column(key: "keyakinan", heading: "Keyakinan") {
        .confidence($0.rule.confidence)
      },
      Column(key: "ditulis_di", heading: "Ditulis di") {
        .text("\($0.rule.place.file):\($0.rule.place.line)")
      },
    ]
  }
}

extension RuleListing.Office {
  /// How many of the rules are dates of the kabupaten and no law; `nil` where none is.
  package var localNote: String? {
    let count = lines.count { $0.rule.confidence == .local }
    guard count > 0 else { return nil }
    return "\(count) dari \(lines.count) aturan adalah tanggal lokal: ditetapkan kabupaten, "
      + "bukan undang-undang."
  }

  /// What is owed and has no date in the year; `nil` where everything has one.
  package var undatedNote: String? {
    undated.isEmpty ? nil : "Tanpa tenggat tahun itu: \(undated.joined(separator: ", "))."
  }
}

extension RuleListing {
  /// Days that are listed one by one; more are told by the first and the last.
  private static let listedDays = 4

  fileprivate static func dates(_ dates: [CivilDate]) -> Cell {
    guard let first = dates.first, let last = dates.last else { return .none }
    guard dates.count > listedDays else { return .list(dates.map(Cell.day)) }
    return .text("\(dates.count) hari dari \(first.indonesian) sampai \(last.indonesian)")
  }
}

extension HolidayListing {
  /// What to do where the year has no holidays; `nil` where it has some.
  package var missing: String? {
    file == nil ? "Hari libur \(year) belum ada; \(Words.addHolidays(year))." : nil
  }

  /// The table of the days of a decree.
  package static let columns: [Column<Holiday>] = [
    Column(key: "tanggal", heading: "Tanggal") { .text(Words.day($0.date)) },
    Column(key: "nama", heading: "Nama") { .text($0.name) },
    Column(key: "jenis", heading: "Jenis") {
      .text($0.kind.indonesian + ($0.isEstimate ? ", perkiraan" : ""))
    },
  ]
}
