import CalendarFiles
import ComplianceModel
import Testing

/// Lines of a table of answers that are no respondents, and answers by letter.
struct SurveyRowTests {
  private static func read(
    _ text: String, letters: Bool = false
  ) -> (tally: SurveyTally?, findings: [Finding]) {
    let (tally, findings, _) = SurveyFile.read(
      Array(text.utf8), file: "survei.csv", scale: .ofNine, readsLetters: letters)
    return (tally, findings)
  }

  // MARK: - Sums and means

  @Test(arguments: [
    "Rata-rata", "RATA - RATA", "Rata-rata per unsur", "Rerata", "Nilai rata-rata",
    "Nilai maksimum",
    "Nilai Minimum", "Maks", "MIN", "Total", "Grand Total", "Sub total", "Jumlah",
    "Jumlah nilai per unsur",
    "NRR", "NRR tertimbang", "NRR per unsur", "Nilai per unsur", "IKM", "Nilai IKM",
    "IKM unit pelayanan",
    "Bobot", "Mutu", "Mutu pelayanan", "Standar deviasi", "Skor tertinggi", "Mean", "Median",
  ])
  func `a line that is headed as a sum or a mean is left out and named`(_ label: String) {
    for line in ["\(label),,3,4", "99,\(label),4,4", ",\(label),\"3,25\",3.75", "\(label),,1350,2"]
    {
      let (tally, findings) = SurveyRowTests.read("no,nama,U1,U2\n1,A,4,3\n2,B,3,3\n\(line)\n")
      #expect(tally?.everyone.respondents == 2, "\(line)")
      #expect(findings.map(\.severity) == [.remark], "\(line)")
      #expect(findings.first?.what.contains("'\(label)' bukan responden") == true, "\(line)")
      #expect(findings.first?.place.line == 4)
    }
  }

  @Test(arguments: ["nama", "layanan", ""])
  func `the label may stand in any column that is none of an element`(_ heading: String) {
    let (tally, findings) = SurveyRowTests.read(
      "U1,U2,\(heading)\n4,3,\n3,3,\n4,3,Nilai maksimum\n")
    #expect(tally?.everyone.respondents == 2)
    #expect(findings.contains { $0.what.contains("'Nilai maksimum'") })
  }

  @Test func `a label in the column of an element is one all the same`() {
    let (tally, findings) = SurveyRowTests.read("U1,U2\n4,3\nNRR,\n3,3\n")
    #expect(tally?.everyone.respondents == 2)
    #expect(findings.map(\.severity) == [.remark])
  }

  @Test(arguments: [
    ("nama", "Maxima Jumiati"), ("nama", "Total Prasetya"), ("nama", "Minarti"),
    ("nama", "Max Tumbel"),
    ("saran", "Total memuaskan"), ("saran", "rata-rata baik"), ("pekerjaan", "Jumlah"),
    ("layanan", "Surat per orang"),
  ])
  func `a respondent whose name or words begin alike is counted`(_ heading: String, _ text: String)
  {
    let (tally, _) = SurveyRowTests.read("no,\(heading),U1,U2\n1,x,4,3\n2,\(text),3,3\n")
    // A name that begins as a mean does is told of, as every line that is left out.
    #expect(tally?.everyone.respondents == (text == "Total Prasetya" ? 1 : 2))
  }

  @Test(arguments: [",4,4", "-,4,4", "Akhir,4,3"])
  func `a line without the number that others have is asked about`(_ line: String) {
    let (tally, findings) = SurveyRowTests.read("no,U1,U2\n1,4,3\n2,3,3\n\(line)\n")
    #expect(tally == nil)
    #expect(findings.map(\.place.line) == [4])
    #expect(findings.first?.what.hasPrefix("baris ini tidak bernomor") == true)
  }

  @Test func `where nobody is numbered only a last line without a name is asked about`() {
    let (tally, findings) = SurveyRowTests.read("responden,U1,U2\nA,4,3\n,4,4\nB,3,3\n")
    #expect(tally?.everyone.respondents == 3)
    #expect(findings.isEmpty)
    for heading in ["responden", "nama", "timestamp"] {
      let (last, faults) = SurveyRowTests.read("\(heading),U1,U2\nA,4,3\n,4,4\nB,3,3\n,4,4\n")
      #expect(last == nil)
      #expect(faults.map(\.place.line) == [5])
    }
    #expect(SurveyRowTests.read("nama,U1,U2\nA 2,4,3\nB,4,4\n").findings.isEmpty)
    #expect(SurveyRowTests.read("nama,U1,U2\n,4,3\n,4,4\n").tally?.everyone.respondents == 2)
  }

  @Test(arguments: ["\"3,25\"", "3.25", "\"3,0\""])
  func `a line with decimals is no respondent`(_ value: String) {
    let (tally, findings) = SurveyRowTests.read("U1,U2,U3\n4,3,3\n\(value),3,\(value)\n")
    #expect(tally == nil)
    #expect(findings.count == 2)
    #expect(findings.first?.what.contains("jadi baris ini bukan jawaban satu responden") == true)
  }

  // MARK: - Letters

  private static let letters =
    "no,U1,U2,U3\n1,a,B,c\n2,D,b.,c)\n3,d,,C\n"

  @Test func `a table in the letters of the printed form is one question`() {
    let many = "no,U1,U2\n" + (1...700).map { "\($0),a,d\n" }.joined()
    let (tally, findings) = SurveyRowTests.read(many)
    #expect(tally == nil)
    #expect(findings.count == 1)
    #expect(
      findings.first?.what == "1400 jawaban tertulis huruf a-d seperti kuesioner cetak, di U1, U2")
    #expect(findings.first?.remedy.actions == [.readLetters])
    #expect(findings.first?.place == SourcePlace(file: "survei.csv", line: 2, column: 3))
  }

  @Test func `read as answers, a is the lowest and d the highest`() {
    let (tally, findings) = SurveyRowTests.read(SurveyRowTests.letters, letters: true)
    #expect(tally?.everyone.answers.prefix(3).map(\.sum) == [9, 4, 9])
    #expect(tally?.everyone.answers.prefix(3).map(\.count) == [3, 2, 3])
    #expect(findings.map(\.severity) == [.remark])
    #expect(findings.first?.what.contains("a = 1 (terendah), b = 2, c = 3, d = 4") == true)
  }

  @Test func `a table of letters needs no header`() {
    let (tally, _) = SurveyRowTests.read("a,b,c\nd,d,d\n", letters: true)
    #expect(tally?.everyone.respondents == 2)
  }

  @Test(arguments: [false, true])
  func `a column of letters and numbers is one fault, however read`(_ isRead: Bool) {
    let rows = (1...200).map { "\($0),\($0 % 10 == 0 ? "a" : "3"),4\n" }.joined()
    let (tally, findings) = SurveyRowTests.read("no,U1,U2\n" + rows, letters: isRead)
    #expect(tally == nil)
    let faults = findings.filter { $0.severity == .fault }
    #expect(faults.map(\.what) == ["U1 mencampur 20 jawaban huruf dan 180 jawaban angka"])
    #expect(faults.first?.place == SourcePlace(file: "survei.csv", line: 11, column: 4))
  }

  @Test func `a column of letters beside one of numbers is a question about that column`() {
    let text = "no,U1,U2\n1,a,4\n2,b,3\n"
    #expect(SurveyRowTests.read(text).findings.first?.what.hasSuffix("di U1") == true)
    #expect(
      SurveyRowTests.read(text, letters: true).tally?.everyone.answers.map(\.sum).prefix(2) == [
        3, 7,
      ])
  }

  @Test(arguments: ["e", "ab", "Baik"])
  func `another letter or word is no answer`(_ text: String) {
    #expect(SurveyRowTests.read("no,U1\n1,a\n2,\(text)\n", letters: true).tally == nil)
  }
}
