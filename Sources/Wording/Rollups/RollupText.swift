package import Answers
internal import CivilCalendar
package import ComplianceModel

/// The words around the sums of many exports.
package struct RollupText: Sendable {
  private let rollup: Rollup

  /// The words for a roll-up.
  package init(_ rollup: Rollup) { self.rollup = rollup }

  // MARK: - Heads

  /// The title: `Rekap TW I 2026 · 4 kecamatan, 3 kabupaten/kota, 2 provinsi`.
  package var title: String {
    let parts = [
      (Recap.Level.kecamatan, "kecamatan"), (.regency, "kabupaten/kota"), (.province, "provinsi"),
    ].map { level, word in "\(rollup.recap.rows(of: level).count.indonesian) \(word)" }
    return "Rekap \(rollup.duty.text) · \(parts.joined(separator: ", "))"
  }

  /// The days of judging: one, or each with its number of exports.
  package var state: String {
    let days = rollup.days
    guard days.count > 1 else {
      return "Keadaan pada \(days.first.map { Words.day($0.day) } ?? Words.noValue)"
    }
    return "Keadaan pada "
      + days.map { "\($0.day.indonesian) (\($0.count.indonesian) ekspor)" }.joined(separator: ", ")
  }

  /// What has not sent: `Belum mengirim: 3 dari 12 kecamatan`; `nil` where no table tells.
  package var missing: String? {
    guard let missing = rollup.missing else { return nil }
    let expected = missing.count + rollup.used.count + rollup.doubts.count - rollup.strangers.count
    return missing.isEmpty
      ? "Semua \(expected.indonesian) kecamatan sudah mengirim."
      : "Belum mengirim: \(missing.count.indonesian) dari \(expected.indonesian) kecamatan"
  }

  /// What is said where no table tells who has to send.
  package static let unknownMissing =
    "Yang belum mengirim tidak diketahui: sebut tabel kode,nama dengan --wilayah."

  // MARK: - Notes

  /// What makes the sums less comparable than they look, a sentence each.
  package var notes: [String] {
    var notes: [String] = []
    if rollup.days.count > 1 {
      notes.append(
        "Hari penilaiannya berbeda; yang dinilai lebih awal tampak lebih banyak menunggu.")
    }
    notes += calendarNote + registerNote
    let watched = rollup.used.count { $0.watchedSince != nil }
    if watched > 0 {
      notes.append("\(watched.indonesian) kecamatan tidak dipantau sejak awal.")
    }
    if rollup.ofOtherDuties > 0 {
      notes.append("\(rollup.ofOtherDuties.indonesian) ekspor dari waktu lain tidak dihitung.")
    }
    if rollup.ofOtherRegions > 0 {
      notes.append("\(rollup.ofOtherRegions.indonesian) ekspor dari wilayah lain tidak dihitung.")
    }
    return notes
  }

  /// The most lists of codes that are told apart.
  private static let shownVariants = 3

  /// What those owe whose calendar is not the usual one.
  private var calendarNote: [String] {
    let variants = rollup.calendars
    guard let usual = variants.first.map({ Set($0.codes.split(separator: " ")) }) else { return [] }
    return note(variants, "Laporan yang diwajibkan") { variant in
      let codes = Set(variant.codes.split(separator: " "))
      return [("tanpa", usual.subtracting(codes)), ("juga", codes.subtracting(usual))]
        .filter { !$0.1.isEmpty }
        .map { "\($0) \(RollupText.list($1.sorted().map(String.init), most: 6))" }
        .joined(separator: ", ")
    }
  }

  /// By how many indicators those are measured whose register is not the usual one.
  private var registerNote: [String] {
    note(rollup.registers, "Register IKU") { variant in
      let count = variant.codes.split(separator: " ").count
      return count == 0 ? "tanpa indikator" : "\(count.indonesian) indikator"
    }
  }

  /// That a list of codes differs, with what is other than in the most frequent one.
  private func note(
    _ variants: [Rollup.Variant], _ what: String, _ difference: (Rollup.Variant) -> String
  ) -> [String] {
    guard variants.count > 1 else { return [] }
    let others = variants.dropFirst().prefix(RollupText.shownVariants).map { variant in
      "\(RollupText.list(variant.kecamatan.map(\.description), most: 3)) \(difference(variant))"
    }
    let rest = variants.count - 1 - others.count
    return [
      "\(what) tidak sama (\(variants.count.indonesian) susunan): "
        + others.joined(separator: "; ")
        + (rest > 0 ? "; dan \(rest.indonesian) susunan lain" : "") + "."
    ]
  }

  private static func list(_ words: [String], most: Int) -> String {
    let shown = words.prefix(most).joined(separator: ", ")
    return words.count > most ? "\(shown), dan \((words.count - most).indonesian) lagi" : shown
  }

  // MARK: - Findings

  /// What keeps kecamatan out of the sums.
  package var faults: [Finding] { rollup.doubts.map(RollupText.finding) }

  private static func finding(_ doubt: Rollup.Doubt) -> Finding {
    switch doubt {
    case .rewritten(let stated, let earlier):
      let ledger = stated.mark.ledger
      return Finding(
        RollupProblem.rewrittenLedger,
        at: SourcePlace(file: stated.export.file, line: stated.mark.line),
        "buku \(ledger.file) pada baris \(ledger.rows.indonesian) lain daripada dalam "
          + "\(earlier.export.file):\(earlier.mark.line), yang dibuat \(earlier.export.made): buku itu "
          + "ditulis ulang",
        fix: "minta kantornya membandingkan bukunya: \(do: .compareWithExport)")
    case .sameMoment(let export, let other):
      return Finding(
        RollupProblem.sameMoment, at: SourcePlace(file: other.file, line: 2),
        "isinya lain daripada \(export.file), padahal keduanya dari \(export.kecamatan) dan dibuat pada "
          + "saat yang sama",
        fix: "sebut satu dari keduanya saja")
    }
  }

  /// What is worth a look and changes no sum.
  package var remarks: [Finding] {
    rollup.repetitions.map { repetition in
      let used = repetition.used
      return Finding(
        RollupProblem.repeated, .remark, at: SourcePlace(file: used.file),
        "\(used.kecamatan) mengirim \((repetition.ignored.count + 1).indonesian) kali, dipakai yang dibuat "
          + "terakhir (\(used.made)), diabaikan: "
          + RollupText.list(repetition.ignored.map { "\($0.file) (\($0.made))" }, most: 5),
        fix: "hapus ekspor yang tidak berlaku lagi")
    }
      + rollup.shortened.map { shortened in
        let (later, earlier) = (shortened.later, shortened.earlier)
        return Finding(
          RollupProblem.shortenedLedger, .remark,
          at: SourcePlace(file: later.export.file, line: later.mark.line),
          "buku \(later.mark.ledger.file) hanya \(later.mark.ledger.rows.indonesian) baris, padahal dalam "
            + "\(earlier.export.file) yang lebih dahulu dibuat \(earlier.mark.ledger.rows.indonesian) baris: "
            + "dipotong, atau diekspor dengan --diketahui",
          fix: "tanyakan kepada kantornya")
      }
      + rollup.strangers.map { export in
        Finding(
          RollupProblem.stranger, .remark, at: SourcePlace(file: export.file),
          "\(export.kecamatan) tidak ada dalam tabel wilayah, tetapi ikut dijumlahkan",
          fix: "periksa tabel wilayahnya, atau batasi dengan \(do: .give(.unit))")
      }
  }
}

extension DutyStatement.Duty {
  /// The duty year or quarter in words: `tahun 2026`, `TW I 2026`.
  package var text: String {
    quarter.map(\.indonesianWithYear) ?? "tahun \(year)"
  }
}
