internal import Answers
internal import CivilCalendar
internal import Exchange
internal import Wording
internal import Workspace

extension KepatuhanExport {
  /// The file of what a desk knows on a day; what is missing in it is said.
  ///
  /// - Parameters:
  ///   - desk: The kecamatan's desk.
  ///   - day: The day of judging.
  ///   - made: When the document is made.
  ///   - session: The run, in which it is said which dates wait for a holiday file.
  /// - Returns: The bytes.
  /// - Throws: What making it throws.
  func file(
    of desk: Desk, asOf day: CivilDate, made: ClockReading, _ session: Session
  ) throws -> [UInt8] {
    let (document, uncomputed) = try document(
      desk, asOf: day, made: made, today: session.today)
    let bytes = try bytes(of: document)
    session.remark(on: document, uncomputed)
    return bytes
  }
}

extension Session {
  /// Says what is missing in a document.
  func remark(on document: KepatuhanDocument, _ uncomputed: UncomputedDates) {
    remark(uncomputed)
    let statement = document.statement
    guard statement.indicators.isEmpty else { return }
    Console.message(
      "tenggat: peringatan: bagian indikator_kinerja \(document.regions.kecamatan) kosong: "
        + "\(Words.noRegister(in: statement.duty.year)); susun registernya, lihat "
        + "'tenggat periksa iku'")
  }
}
