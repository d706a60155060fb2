internal import Answers
internal import CivilCalendar
internal import PlainText
internal import Wording

/// The holidays of a year by their decrees, for people and for programs.
struct HolidayListPage {
  let answer: HolidayListing

  // MARK: - For people

  func print(to console: inout Console) {
    console.line("Hari libur \(answer.year)", .strong)
    guard let file = answer.file else {
      console.line(answer.missing ?? "", .soon)
      return
    }
    console.line("Dibaca dari \(file)", .faint)
    for decree in answer.decrees {
      console.line()
      console.line(decree.title)
      console.table(
        Table(
          HolidayListing.columns,
          showing: [.init("tanggal", right: true), .init("nama", .wrapped), "jenis"],
          decree.holidays, console))
    }
  }

  // MARK: - JSON

  var json: JSONValue {
    [
      "tahun": .integer(answer.year),
      "berkas": JSONValue(answer.file),
      "dasar": .array(
        answer.decrees.map { decree in
          [
            "judul": .string(decree.title),
            "hari": .array(
              decree.holidays.map { holiday in
                [
                  "tanggal": .string("\(holiday.date)"), "nama": .string(holiday.name),
                  "jenis": .string(holiday.kind.indonesian),
                  "perkiraan": .boolean(holiday.isEstimate),
                ]
              }),
          ]
        }),
    ]
  }
}
