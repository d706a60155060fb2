package import CivilCalendar
internal import ComplianceModel
package import Deeds
internal import PlainText
package import Workspace

extension OutcomeText {
  /// What was founded.
  ///
  /// - Parameters:
  ///   - founding: The workspace.
  ///   - folder: Where it is.
  ///   - start: The first day that is watched; `nil` for all.
  ///   - next: What a person does next.
  package init(
    _ founding: WorkspaceFounding, in folder: String, watchedSince start: CivilDate?, next: String
  ) {
    let offices = founding.offices
    let own = founding.ownCalendarNames.map { "kalender/\($0).yaml" }
    let kecamatan = founding.kecamatan
    let who =
      offices.count == 1
      ? kecamatan.displayName(of: kecamatan.code) : "\(offices.count.indonesian) kecamatan"
    let villages = offices.reduce(0) { $0 + $1.villages.count }
    var lines = [
      Line("Ruang kerja \(who) dibuat di \(folder).", .good, inner: false),
      Line(
        """
        \(villages.indonesian) desa, zona \(founding.zone.rawValue), kalender \
        \(founding.calendars.joined(separator: ", "))
        """),
    ]
    if !own.isEmpty {
      let more = own.count > 3 ? ", dan \((own.count - 3).indonesian) lagi" : ""
      lines.append(
        Line(
          """
          Tanggal lokal kabupaten belum ada; sesuaikan \
          \(own.prefix(3).joined(separator: ", "))\(more) dengan surat kabupaten.
          """, .soon))
    }
    if let start {
      lines.append(
        Line("dipantau sejak \(start.indonesian); yang tenggatnya sebelum itu tidak dipantau"))
    }
    self.init(lines: lines + [.heading("Berikutnya: \(next)")])
  }

  /// What was made to practise with.
  ///
  /// - Parameters:
  ///   - made: The workspace.
  ///   - folder: Where it is.
  ///   - last: The day of the last row.
  ///   - next: What a person does next.
  package init(
    _ made: FoundPractice.Outcome, in folder: String, until last: CivilDate, next: String
  ) {
    let name = made.kecamatan.displayName(of: made.kecamatan.code)
    self.init(lines: [
      Line(
        "Ruang kerja latihan \(name) dibuat di \(folder); semua isinya karangan.", .good,
        inner: false),
      Line(
        """
        \(made.kecamatan.villages.count) desa, \(made.rowCount.indonesian) baris buku sampai \
        \(last.indonesian), \(made.waitingCount) berkas di kotak masuk
        """),
      Line("Berkas untuk mencoba impor, survei, dan bukti: \(made.sampleFolder)/"),
      .heading("Berikutnya: \(next)"),
    ])
  }
}
