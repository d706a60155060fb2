import ComplianceModel
import Testing

struct DateRemedyTests {
  @Test(arguments: [
    (
      "3/31/2026",
      "bulannya tertulis lebih dulu; tulis harinya lebih dulu, 31/3/2026, atau 2026-03-31"
    ),
    (
      "46112",
      "ini bilangan hari lembar kerja; ubah format selnya menjadi tanggal, misalnya 2026-03-31"
    ),
    ("besok", "tulis tanggal yang ada sebagai tttt-bb-hh, misalnya 2026-03-31"),
    ("31/2/2026", "tulis tanggal yang ada sebagai tttt-bb-hh, misalnya 2026-03-31"),
  ])
  func `a date with the month first is given back with the day first`(
    _ text: String, _ remedy: String
  ) {
    #expect(dateRemedy(for: text) == remedy)
  }
}
