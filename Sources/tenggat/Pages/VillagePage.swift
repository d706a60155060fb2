internal import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel
internal import PlainText
internal import Wording

/// The completeness matrix of one kecamatan: desa by documents.
struct VillagePage {
  let answer: Villages
  let matrix: Villages.Matrix

  private var kecamatan: Kecamatan { matrix.kecamatan }
  private var filter: ViewFilter { ViewFilter(answer) }

  /// What a desa is called here, in small letters.
  private var villageWord: String { kecamatan.words[.village].lowercased() }

  func print(to session: inout Session) {
    let question = answer.question
    session.console.line(
      "\(filter.who([kecamatan])) · dokumen \(villageWord) \(question.year)\(filter.headingEnd([kecamatan]))"
        + matrix.watchedSince.headingEnd(ofYear: question.year), .strong)
    session.console.line(
      "Keadaan pada \(Words.day(question.day))\(Words.knowledge(through: question.knownThrough))",
      .faint)
    guard !matrix.rows.isEmpty else {
      let wards = filter.units.filter(\.isKelurahan).map { kecamatan.displayName(of: $0) }
      session.console.line(
        wards.isEmpty
          ? "Tidak ada \(villageWord) dalam wilayah.csv: \(kecamatan.displayName(of: kecamatan.code))."
          : "\(wards.joined(separator: ", ")) bukan \(villageWord), sehingga tidak wajib membuat "
            + "dokumen \(villageWord).")
      return
    }
    printPeriods(to: &session)
    session.console.line()
    session.console.table(
      Table(matrix.columns, showing: shownColumns, matrix.rows, session.console))
    session.console.line()
    session.console.line(
      "Dokumen \(villageWord): \(Words.presence(matrix.documents, showsAcceptance: matrix.showsAcceptance))   "
        + "Rekomendasi ADD: \(Words.presence(matrix.recommendations, showsAcceptance: matrix.showsAcceptance))",
      .strong)
    printOwed(to: &session)
    for (kind, villages) in matrix.lacking {
      session.console.line(
        "\(kind.report) \(kind.period) yang berlaku tahun ini belum ada: "
          + villages.map { kecamatan.label(of: $0.code) }.joined(separator: ", "), .bad)
    }
    for (report, event, count) in matrix.unknownEvents {
      session.console.line(
        "\(report) \(count) \(villageWord) belum bertenggat; catat dahulu: "
          + "tenggat kejadian \(event) --unit DESA --tanggal TANGGAL", .faint)
    }
    matrix.gates.print(to: &session.console)
    printLegend(to: &session)
  }

  private var shownColumns: [Table.Shown] {
    [.init("nama", .cut)]
      + matrix.reports.map {
        .init(Villages.Matrix.key(ofDocument: matrix.calendar.codes[$0.report.code]))
      }
      + [.init("ada", right: true)]
      + (matrix.showsAcceptance ? [.init("diterima", right: true)] : [])
      + matrix.inForceKinds.map { .init(Villages.Matrix.key(ofInForce: $0.report)) }
      + [.init(Villages.Matrix.recommendationKey)]
  }

  private func printLegend(to session: inout Session) {
    session.console.line(
      "v ada, tepat waktu · t ada, terlambat · X lewat tenggat · ! segera", .faint)
    session.console.line(
      ". belum ditagih · - dibebaskan · 1/2 baru satu bagian · ADD 1-4: rekomendasi tiap triwulan",
      .faint)
    if matrix.hasReturn {
      session.console.line(
        "k dikembalikan, perbaikan belum disampaikan (Xk: dan sudah lewat tenggat)", .faint)
    }
    if matrix.hasGaps {
      let first = Period(.year, year: answer.question.year)?.firstDay
      let before = matrix.watchedSince.words(from: first) == nil ? "" : ", atau belum dipantau"
      session.console.line(
        "kosong: \(villageWord) itu tidak wajib membuat dokumennya\(before)", .faint)
    }
    if matrix.hasUndated {
      session.console.line("o ada, belum bertenggat sehingga tepat waktunya tidak dinilai", .faint)
    }
    if matrix.showsAcceptance {
      session.console.line(
        "* sudah disampaikan, belum diterima (catat dengan: tenggat terima)", .faint)
    }
  }

  /// Says which periods the year's documents cover: the APBDes of a duty year is the next year's.
  private func printPeriods(to session: inout Session) {
    let documents = matrix.reports.filter { $0.report.term == nil }.map { report, example in
      let periods = example.parts.map(\.obligation.id.period.description)
      return ([matrix.calendar.codes[report.code]] + periods).joined(separator: " ")
    }
    session.console.line("Periode: \(documents.joined(separator: ", "))", .faint)
  }

  /// Who still owes what, past its due day, as the Kasi reads it out.
  private func printOwed(to session: inout Session) {
    let owing = matrix.owing
    guard !owing.isEmpty else { return }
    session.console.line("Lewat tenggat:", .bad)
    for (village, owed) in owing {
      let names = owed.map(Words.owed)
      session.console.line("  \(kecamatan.label(of: village)): \(names.joined(separator: ", "))")
    }
  }

  // MARK: - JSON

  static func json(_ answer: Villages) -> JSONValue {
    func presence(_ presence: VillageMatrix.Presence) -> JSONValue {
      var members: [String: JSONValue] = [
        "ada": .integer(presence.present), "wajib": .integer(presence.required),
      ]
      if answer.showsAcceptance { members["diterima"] = .integer(presence.accepted) }
      return .object(members)
    }
    let page: JSONValue = [
      "tahun": .integer(answer.question.year),
      "per": .string(answer.question.day.description),
      "saringan": ViewFilter(answer).json(),
      "terima_wajib": .boolean(answer.showsAcceptance),
      "dokumen": presence(answer.documents),
      "rekomendasi_add": presence(answer.recommendations),
      "susulan": [
        "dokumen": .integer(answer.documents.lateEntries),
        "rekomendasi_add": .integer(answer.recommendations.lateEntries),
      ],
      "desa": .array(
        answer.matrices.flatMap { matrix in matrix.rows.map { json($0, matrix) } }),
    ]
    return answer.uncomputed.added(to: answer.watchedSince.added(to: page))
  }

  /// A desa with its documents and recommendations, each with what a mark leaves out.
  private static func json(_ row: VillageMatrix.Row, _ matrix: Villages.Matrix) -> JSONValue {
    let documents = row.documents.map { document in
      JSONValue(document, matrix.documentColumns)
        .adding("bagian", JSONValue(rows: document.parts, matrix.partColumns))
    }
    return JSONValue(row, matrix.columns)
      .adding("dokumen", .array(documents))
      .adding("rekomendasi", JSONValue(rows: row.recommendations, matrix.partColumns))
      .adding(
        "berlaku",
        JSONValue(rows: matrix.inForce[row.village.code] ?? [], matrix.inForceColumns))
  }
}
