internal import CivilCalendar
public import Compliance
public import ComplianceModel

extension Refusal {
  /// Why a row is not taken, and what to do about it, in Indonesian.
  ///
  /// - Parameters:
  ///   - what: The report, period and unit, as they are printed.
  ///   - unit: The unit alone, as it is printed; `what` where it is `nil`.
  ///   - insistence: How a person insists on what is improbable.
  /// - Returns: What is wrong, and the way out.
  public func sentence(
    about what: String, of unit: String? = nil,
    insistence: Remedy = "sebut sebabnya dengan \(do: .give(.reason))"
  ) -> (what: String, fix: Remedy) {
    switch self {
    case .future(let date):
      ("tanggal \(date.indonesian) belum tiba", "catat pada atau sesudah hari itu")
    case .receivedBeforeDate(let received, let date):
      (
        "diterima \(received.indonesian) sebelum tanggal dokumennya, \(date.indonesian)",
        "periksa tanggal dan hari diterimanya"
      )
    case .beforePeriod(let date, let period):
      (
        "\(what) tidak mungkin bertanggal \(date.indonesian), sebelum periodenya dimulai pada "
          + period.firstDay.indonesian,
        "periksa tanggal atau periodenya"
      )
    case .farAhead(let period, let due):
      (
        "periode \(period) baru jatuh tempo pada \(due.indonesian)",
        "periksa tahun periodenya"
      )
    case .accepted(let row):
      (
        "\(what) sudah diterima (baris \(row.text))",
        "bila keliru, batalkan dahulu: \(do: .void(row.text))"
      )
    case .exempt(let row):
      (
        "\(what) dibebaskan (baris \(row.text))",
        "bila keliru, batalkan dahulu: \(do: .void(row.text))"
      )
    case .notIn:
      ("\(what) belum disampaikan", "catat penyampaiannya dahulu: \(do: .submit)")
    case .awaitsCorrection(let date, let row):
      (
        "\(what) dikembalikan \(date.indonesian) (baris \(row.text)) dan perbaikannya belum disampaikan",
        "catat perbaikannya dahulu: \(do: .submit)"
      )
    case .beforeReceipt(let date, let received):
      (
        "tanggal \(date.indonesian) mendahului penerimaannya pada \(received.indonesian)",
        "periksa tanggalnya"
      )
    case .improbable(let doubts):
      (
        "\(what) \(doubts.map(\.words).joined(separator: ", dan "))",
        (doubts.compactMap(\.remedy).first ?? "periksa tanggal dan periodenya")
          + "; bila memang demikian, \(insistence)"
      )
    case .lateEntryNeedsReason(let days, let meaning):
      (
        "\(what) \(Doubt.lateEntry(days: days, meaning).words)",
        meaning == .enactment
          ? """
          periksa hari diterimanya (\(do: .give(.received))), atau sebut sebabnya dengan \
          \(do: .give(.reason))
          """ : "sebut sebabnya dengan \(do: .give(.reason))"
      )
    case .noDueDate:
      ("\(what) tidak punya tenggat", "tidak ada yang dapat diperpanjang")
    case .notLater(let new, let due) where new == due:
      (
        "\(what): \(new.indonesian) sudah tenggat yang berlaku",
        "tidak ada yang diperpanjang; periksa tanggal barunya"
      )
    case .notLater(let new, let due):
      (
        "\(what): \(new.indonesian) lebih awal daripada tenggat yang berlaku, \(due.indonesian); "
          + "perpanjangan hanya memundurkan tenggat",
        "periksa tanggal barunya; bila surat tahun ini memang menetapkannya: \(do: .setDueDate(new))"
      )
    case .term(let refusal): refusal.sentence(of: unit ?? what)
    }
  }
}

extension TermRefusal {
  /// Why no term of office can be made longer, and what to do about it, in Indonesian.
  fileprivate func sentence(of unit: String) -> (what: String, fix: Remedy) {
    switch self {
    case .beforeLaw(let law, let date, let last):
      (
        "\(law) belum berlaku pada \(date.indonesian)",
        "tulis tanggal keputusannya, sesudah \(last.indonesian)"
      )
    case .noTerm(let days, let beginning, let code):
      (
        "tidak ada masa jabatan \(unit) yang tercatat berakhir \(days.lowerBound.indonesian) sampai "
          + days.upperBound.indonesian,
        """
        bila pelantikannya belum dicatat, catat dahulu: \
        \(do: .recordEvent(beginning, unit: code.description))
        """
      )
    case .nextTerm(let date):
      (
        "\(unit) sudah memiliki pelantikan baru \(date.indonesian), sebelum keputusan ini",
        "perbaiki tanggalnya, atau batalkan pelantikan yang keliru"
      )
    }
  }
}
