package import Answers
internal import CivilCalendar
internal import Compliance
internal import ComplianceModel

/// What the desa of one kecamatan lack, as a text to send into a chat group: short lines, a block a desa,
/// and asterisks where WhatsApp shows bold.
package struct VillageChatText {
  private let answer: Villages
  private let matrix: Villages.Matrix

  /// Says it of the desa of a kecamatan.
  ///
  /// - Parameters:
  ///   - answer: What the desa owe and have.
  ///   - matrix: Those of the kecamatan.
  package init(_ answer: Villages, _ matrix: Villages.Matrix) {
    self.answer = answer
    self.matrix = matrix
  }

  private var kecamatan: Kecamatan { matrix.kecamatan }
  private var words: LocalWords { kecamatan.words }
  private var villageWord: String { words[.village].lowercased() }

  /// The lines.
  package var lines: [String] {
    let lacking = matrix.rows.filter { !missing(in: $0).isEmpty }
    let complete = matrix.rows.filter { missing(in: $0).isEmpty }
    let question = answer.question
    let title = "*\(name(kecamatan.code)): dokumen \(villageWord) \(question.year)*"
    let state =
      "Keadaan pada \(Words.day(question.day))"
      + Words.knowledge(through: question.knownThrough)
    guard !matrix.rows.isEmpty else { return [title, state, "", "Tidak ada \(villageWord)."] }
    guard !lacking.isEmpty else {
      return [title, state, "", "Semua dokumen sudah kami terima. Terima kasih."]
    }
    let heads = words[.villageHead]
    var lines = [
      title, state, "",
      "Yth. Bapak/Ibu \(heads) dan perangkatnya,",
      "berikut dokumen yang menurut catatan kami belum ada.",
    ]
    for row in lacking { lines += [""] + block(row) }
    if !complete.isEmpty {
      let names = complete.map { plain(kecamatan.label(of: $0.village)) }
      lines += ["", "Sudah lengkap: \(names.joined(separator: ", ")). Terima kasih."]
    }
    lines += [
      "",
      "Mohon segera disampaikan kepada kami. Bila sudah, mohon kirim tanda terimanya agar catatan "
        + "kami dibetulkan; bila ada kendala, silakan hubungi kami.",
      "Terima kasih atas kerja samanya.",
    ]
    return lines
  }

  /// One desa: its name, how many documents of how many are missing, and each of them.
  private func block(_ row: VillageMatrix.Row) -> [String] {
    let presence = row.presence
    let count = presence.required - presence.present
    return [
      "*\(name(row.village.code))* (belum ada \(count) dari \(presence.required))"
    ] + missing(in: row).flatMap(lines(of:)).map { "- \($0)" }
  }

  /// The documents that a desa owes and does not have: what is late in front, then what is due first.
  private func missing(in row: VillageMatrix.Row) -> [VillageMatrix.Document] {
    let missing = row.documents.filter { $0.presence.required > $0.presence.present }
    let order = missing.enumerated().sorted {
      (rank($0.element), $0.offset) < (rank($1.element), $1.offset)
    }
    return order.map(\.element)
  }

  private func rank(_ document: VillageMatrix.Document) -> Int {
    let open = document.parts.filter { !$0.status.isSettled }
    return open.compactMap { $0.due?.dayNumber }.min() ?? .max
  }

  /// A line for each part of a document that is not there.
  private func lines(of document: VillageMatrix.Document) -> [String] {
    let code = matrix.calendar.codes[document.report.code]
    let open = document.parts.filter { !$0.status.isSettled }
    guard !open.isEmpty else { return ["\(code): belum ada yang berlaku"] }
    return open.map { part in
      let period = part.obligation.id.period.indonesian
      let returned =
        part.pendingReturn.map {
          ", dikembalikan \($0.date.indonesian) untuk diperbaiki"
        } ?? ""
      return "\(code) \(period): \(time(part))\(returned)"
    }
  }

  private func time(_ part: Assessment) -> String {
    guard let due = part.due else { return "belum bertenggat" }
    let late = part.status == .overdue ? ", terlambat \(part.daysLate) hari" : ""
    return "tenggat \(due.indonesian)\(late)"
  }

  private func name(_ unit: RegionCode) -> String { plain(kecamatan.displayName(of: unit)) }

  /// A name without the signs that a chat takes for bold, italics and the like.
  private func plain(_ name: String) -> String { name.filter { !"*_~`".contains($0) } }
}
