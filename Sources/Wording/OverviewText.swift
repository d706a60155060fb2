package import Answers
internal import CivilCalendar
internal import Compliance
package import ComplianceModel

/// The words around the tables of a kecamatan's workbook and page.
package struct OverviewText: Sendable {
  /// A line of the place for a signature.
  package struct SignatureLine: Sendable {
    /// The words; a blank for an empty line.
    package let text: String
    /// Whether it is the name of who signs.
    package let isName: Bool
  }

  private let overview: Overview
  private var kecamatan: Kecamatan { overview.question.kecamatan }
  private var duty: DutyStatement.Duty { overview.question.duty }

  /// The words for an overview.
  package init(_ overview: Overview) { self.overview = overview }

  /// A line to fill in by hand, where there are no other lines.
  private static let blank = "………………………………"

  /// The time that is told of: `tahun 2026`, `TW I 2026`.
  package var time: String {
    duty.text
  }

  /// The title of all: `Kepatuhan Kecamatan Hatungun, TW I 2026`.
  package var title: String { "Kepatuhan \(kecamatan.displayName(of: kecamatan.code)), \(time)" }

  /// The lines of the head: government, office, address; what nobody wrote down is a line to fill in.
  package var head: [String] {
    let letterhead = LetterheadText(overview.letterhead, kecamatan)
    let address = [overview.letterhead.address ?? "Alamat: \(Self.blank)"] + letterhead.contacts
    return [
      letterhead.government ?? "\(letterhead.governmentKind) \(Self.blank)", letterhead.office,
      address.joined(separator: ", "),
    ] + [letterhead.email].compactMap(\.self)
  }

  /// The day of judging, what was known, and since when it is watched.
  package var state: String {
    let first = duty.quarter?.firstDay ?? Period(.year, year: duty.year)?.firstDay
    let since = overview.rates.watchedSince.words(from: first).map { ", \($0)" } ?? ""
    return "Keadaan pada \(Words.day(overview.question.day))"
      + Words.knowledge(through: overview.question.knownThrough) + since
  }

  // MARK: - Titles

  /// The title of what is open.
  package var scheduleTitle: String { "Jadwal: kewajiban \(time) yang belum masuk" }

  /// What stands in the place of an empty schedule.
  package static let nothingOpen = "Tidak ada yang lewat dan tidak ada yang akan jatuh tempo."

  /// The title of the desa and their documents.
  package var villagesTitle: String {
    "Dokumen \(kecamatan.words[.village].lowercased()) tahun \(duty.year)"
  }

  /// The title of the rates.
  package var ratesTitle: String { "Kepatuhan \(time)" }

  /// The title of the scorecards.
  package var scorecardsTitle: String { "Indikator kinerja utama (IKU) tahun \(duty.year)" }

  /// The title of all obligations.
  package var obligationsTitle: String { "Semua kewajiban \(time)" }

  /// The title of the ledger.
  package var historyTitle: String { "Riwayat: isi buku \(duty.year)" }

  /// The name and the title of a register.
  package static func title(of register: IndicatorRegister) -> String {
    "Register \(register.name): \(register.title)"
  }

  // MARK: - Notes

  /// How many documents and recommendations are there.
  package var villageTotals: String {
    let (documents, recommendations) = (
      overview.villages.documents, overview.villages.recommendations
    )
    let shows = overview.villages.showsAcceptance
    return "Dokumen ada: \(Words.presence(documents, showsAcceptance: shows)). "
      + "Rekomendasi ADD: \(Words.presence(recommendations, showsAcceptance: shows))."
  }

  /// How the rates are to be read.
  package var rateNotes: [String] {
    let whole =
      duty.quarter == nil
      ? "Setahun: dari seluruh kewajiban tahun itu."
      : "Setriwulan: dari seluruh kewajiban triwulan itu."
    return [
      "Berjalan: tepat waktu dari yang sudah dapat dinilai sampai hari itu. \(whole)",
      "Yang dibebaskan di luar penyebut; susulan: dicatat lebih dari 7 hari sesudahnya.",
    ]
  }

  // MARK: - The signature

  /// The place for the signature of the camat, line by line.
  package var signature: [SignatureLine] {
    let place = overview.letterhead.place ?? "…………………"
    let standIn = overview.camat?.standIn.map { "\($0) " } ?? ""
    let office = "\(kecamatan.words[.kecamatanHead]) \(kecamatan.unit.name)".uppercased()
    func line(_ text: String, name isName: Bool = false) -> SignatureLine {
      SignatureLine(text: text, isName: isName)
    }
    return [line("\(place), \(Self.blank)"), line("\(standIn)\(office),")]
      + [line(" "), line(" "), line(" ")]
      + [
        line(overview.camat?.ownName ?? Self.blank, name: true),
        line("NIP \(overview.camat?.employeeNumber ?? Self.blank)"),
      ]
  }
}
