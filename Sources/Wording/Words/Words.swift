package import Answers
package import CivilCalendar
package import Compliance
package import ComplianceModel

/// The words for people that every front shares, in Indonesian, in one place.
package enum Words {
  /// A role as it is printed: `Kasubbag Perencanaan dan Keuangan`; the camat by the word of the region.
  package static func role(_ code: String, _ words: LocalWords = .national) -> String {
    switch code {
    case "camat": words[.kecamatanHead]
    case "sekcam" where words[.kecamatan] != LocalWords.national[.kecamatan]:
      "Sekretaris \(words[.kecamatan])"
    case "kasubbag-perencanaan-keuangan": "Kasubbag Perencanaan dan Keuangan"
    case "kasubbag-umum-kepegawaian": "Kasubbag Umum dan Kepegawaian"
    default:
      code.split(separator: "-").map { $0.prefix(1).uppercased() + String($0.dropFirst()) }
        .text(between: " ")
    }
  }

  /// What to do where a year has no holidays.
  package static func addHolidays(_ year: Int) -> String {
    "sesudah SKB-nya terbit, tulis kalender/libur/\(year).yaml di ruang kerja"
  }

  /// A status as it is printed.
  package static func status(_ status: Status) -> String {
    switch status {
    case .exempt: "dibebaskan"
    case .onTime: "tepat waktu"
    case .late: "terlambat"
    case .submitted: "disampaikan"
    case .overdue: "lewat tenggat"
    case .dueSoon: "segera"
    // Its day has not come, or another document has to: only more than the status can tell which.
    case .waiting: "belum ditagih"
    }
  }

  /// Where an obligation stands: `terlambat 6 hari (belum ada)`,
  /// `9 hari (6 kerja), dikembalikan 30 Maret 2026`.
  package static func state(_ state: Situation.State) -> String {
    time(state) + (state.returned.map { ", dikembalikan \($0.indonesian)" } ?? "")
  }

  private static func time(_ state: Situation.State) -> String {
    if let gate = state.gate { return "menunggu \(gate.report) \(gate.period.indonesian)" }
    guard let days = state.days else {
      return state.status == .waiting ? undated : status(state.status)
    }
    switch state.status {
    case .overdue: return "terlambat \(days) hari (belum ada)"
    case .late: return "terlambat \(days) hari"
    case .dueSoon, .waiting:
      let working = state.workingDays.map { " (\($0) kerja)" } ?? ""
      return days == 0 ? "hari ini" : "\(days) hari\(working)"
    case .onTime, .submitted, .exempt: return status(state.status)
    }
  }

  /// The status of an obligation as it is printed, with the days that it is late.
  package static func standing(_ assessment: Assessment) -> String {
    switch assessment.status {
    case .waiting where assessment.isGated: "menunggu dokumen lain"
    case .waiting: assessment.due == nil ? undated : notYetDue
    case let status:
      assessment.daysLate > 0
        ? "\(self.status(status)) \(assessment.daysLate.indonesian) hari" : self.status(status)
    }
  }

  static let undated = "belum bertenggat"
  static let notYetDue = "belum jatuh tempo"

  package static func style(_ status: Status) -> Style {
    switch status {
    case .overdue, .late: .bad
    case .dueSoon: .soon
    case .onTime, .submitted: .good
    case .waiting, .exempt: .faint
    }
  }

  /// How far a date may be relied on, as it is printed.
  ///
  /// - Parameters:
  ///   - confidence: The mark of the calendar.
  ///   - isShort: Whether there is room for a word or two alone.
  /// - Returns: The words.
  package static func confidence(_ confidence: Confidence, short isShort: Bool = false) -> String {
    let words = longWords(of: confidence)
    return isShort ? String(words.prefix { $0 != "(" }.dropLast()) : words
  }

  private static func longWords(of confidence: Confidence) -> String {
    switch confidence {
    case .verified: "ada teksnya (teks publik yang menyebutnya sudah dibaca)"
    case .known: "lazim (umum diketahui, teksnya belum ditemukan)"
    case .local: "tanggal lokal (ditetapkan kabupaten, bukan undang-undang)"
    }
  }

  /// Which date of a document a rule speaks of.
  package static func meaning(_ meaning: DateMeaning) -> String {
    switch meaning {
    case .enactment: "tanggal penetapan"
    case .submission: "tanggal penyampaian"
    case .issue: "tanggal penerbitan"
    }
  }

  /// Why a day is not worked.
  package static func closure(_ closure: WorkingDayCalendar.Closure) -> String {
    switch closure {
    case .weekend(let weekday): weekday.indonesian
    case .holidays(let holidays):
      holidays.map { holiday in
        "\(holiday.name) (\(holiday.kind.indonesian)\(holiday.isEstimate ? ", perkiraan" : ""))"
      }.joined(separator: "; ")
    }
  }

  /// What a mark behind a due date means.
  package static let localDate = "* tanggal lokal: ditetapkan kabupaten, bukan undang-undang."

  /// A day with its weekday: `Kamis, 27 Maret 2025`.
  package static func day(_ date: CivilDate) -> String {
    "\(date.weekday.indonesian), \(date.indonesian)"
  }

  /// What is said of a due date on which the office is closed.
  package static func closedDay(_ due: CivilDate, lastWorkingDay last: CivilDate) -> String {
    "\(day(due)) bukan hari kerja; tenggat tetap, hari kerja terakhir \(day(last))."
  }

  /// What is said after a day of judging where only a part of the records was used:
  /// `, menurut catatan sampai 1 April 2026`.
  package static func knowledge(through day: CivilDate?) -> String {
    day.map { ", menurut catatan sampai \($0.indonesian)" } ?? ""
  }

  /// That a quarter is frozen before it is over.
  package static func early(_ quarter: Quarter, asOf day: CivilDate) -> String {
    "\(quarter.indonesianWithYear) belum berakhir pada \(day.indonesian)"
  }

  /// That no indicator stands in a document of a year.
  package static func noRegister(in year: Int) -> String {
    "tidak ada register IKU yang berlaku pada \(year)"
  }

  /// Whose obligations are counted, as a title.
  package static func level(_ level: Report.Level) -> String {
    switch level {
    case .office: "Laporan kecamatan"
    case .village: "Dokumen desa"
    case .recommendation: "Rekomendasi ADD"
    }
  }

  /// A percentage for people, with its two numbers: `87,50% (7 dari 8)`.
  package static func percent(_ ratio: Ratio) -> String {
    ratio.percent(separator: ",").map {
      "\($0)% (\(ratio.numerator.indonesian) dari \(ratio.denominator.indonesian))"
    }
      ?? "tidak ada data"
  }

  /// How many are owed, entered late and exempt: `1.204 wajib, 3 susulan; 1 dibebaskan`.
  package static func counts(of total: Tally) -> String {
    "\(total.required.indonesian) wajib, \(total.lateEntries.indonesian) susulan; "
      + "\(total.exempt.indonesian) dibebaskan"
  }

  /// What a kind of row says.
  package static func event(_ kind: LedgerEvent.Kind) -> String {
    switch kind {
    case .submitted: "disampaikan"
    case .accepted: "diterima"
    case .returned: "dikembalikan"
    case .exempted: "dibebaskan"
    case .extended: "diperpanjang"
    case .fact: "kejadian"
    case .measured: "diukur"
    case .frozen: "dibekukan"
    case .voided: "dibatalkan"
    }
  }

  /// What a kind of row is, as a noun.
  package static func noun(_ kind: LedgerEvent.Kind) -> String {
    switch kind {
    case .submitted: "penyampaian"
    case .accepted: "penerimaan"
    case .returned: "pengembalian"
    case .exempted: "pembebasan"
    case .extended: "perpanjangan"
    case .fact: "kejadian"
    case .measured: "pengukuran"
    case .frozen: "pembekuan"
    case .voided: "pembatalan"
    }
  }
}
