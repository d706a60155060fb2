internal import CivilCalendar
internal import ComplianceModel
internal import Workspace

/// The form that tries holidays: those of a new decree, or some days beside it.
struct HolidayPage: Page {
  static let path = "/kalender/libur"
  static let name: String? = nil
  static let template = "isian"
  static let help: GuidePlace? = GuidePlace("Halaman", "Mencoba kalender")
  static let readers = Audience.planners
  static let keys: Set<String> = []

  let title = "Coba hari libur"
  /// What can be tried.
  let about = [
    "SKB baru: berkas libur setahun. Atau beberapa hari di luar SKB, misalnya libur daerah. Sesudah diperiksa "
      + "tampak tenggat dan keadaan mana yang bergeser, dan triwulan beku yang tetap seperti adanya."
  ]
  let form: EntryView

  init(_ visit: Visit) throws {
    guard visit.day == visit.today else { throw ShownTrouble(trouble: .notToday) }
    self.init(visit, [:], [])
  }

  /// Shows what was filled in, with what is wrong with it.
  init(_ visit: Visit, _ filled: [String: String], _ faults: [FormFault]) {
    let kinds = HolidayForm.kinds.map { kind in
      FilterForm.Choice(
        value: kind.indonesian, label: kind.indonesian,
        isSelected: filled[HolidayForm.kind] == kind.indonesian)
    }
    form = EntryView(
      [
        FormField(
          HolidayForm.file, "Berkas libur setahun",
          hint: "Berkas YAML dengan tahun, dasar, dan daftar liburnya; menggantikan yang bawaan.",
          .file(several: false), isOptional: true, faults),
        FormField(
          HolidayForm.text, "atau isinya", value: filled[HolidayForm.text], .area,
          isOptional: true, faults),
        FormField(
          HolidayForm.days, "atau hari di luar SKB",
          hint: "Satu baris satu hari: tanggal, spasi, namanya. Misalnya 2027-03-02 Haul Akbar.",
          value: filled[HolidayForm.days], .area, isOptional: true, faults),
        FormField(
          HolidayForm.kind, "Jenis hari di luar SKB", .choice(kinds), isOptional: true, faults),
        FormField(
          HolidayForm.decree, "Dasar hari di luar SKB", hint: "Keputusan atau surat edarannya.",
          value: filled[HolidayForm.decree], .text, isOptional: true, faults),
      ], faults: faults, to: visit.paths.page(HolidayPage.path),
      back: visit.paths.page(CalendarPage.path))
  }
}
