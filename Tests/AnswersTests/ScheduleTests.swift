import Answers
import CivilCalendar
import Compliance
import ComplianceModel
import TestSupport
import Testing
import Workspace

@Suite struct `the schedule of an office` {
  /// What a schedule lists, in words: `LPPD 2025 63.05.12`.
  private func words(_ schedule: Schedule) -> [String] {
    schedule.situations.map { "\($0.code) \($0.period) \($0.unit)" }
  }

  @Test func `the overdue come first, then the due dates in order`() throws {
    let office = try AskedOffice()
    let schedule = try office.schedule(.year(2026), on: "2026-03-20", settled: true)
    let ranks = schedule.situations.map { $0.assessment.status == .overdue ? 0 : 1 }
    #expect(ranks == ranks.sorted())
    #expect(Set(ranks) == [0, 1])
    for rank in [0, 1] {
      let dates = zip(ranks, schedule.situations).filter { $0.0 == rank }.map { pair in
        pair.1.due?.dayNumber ?? .max
      }
      #expect(dates == dates.sorted())
    }
    #expect(schedule.situations.last?.due == nil)
    #expect(schedule.hasOverdue)
  }

  @Test func `a schedule lists what is open, and what is settled only when it is asked to`() throws
  {
    let office = try AskedOffice()
    try office.record("LPPD", "2025", on: "2026-02-20")
    let open = try office.schedule(.year(2026), on: "2026-03-02")
    #expect(!words(open).contains("LPPD 2025 63.05.12"))
    #expect(open.situations.allSatisfy { $0.assessment.isOpen })
    let all = try office.schedule(.year(2026), on: "2026-03-02", settled: true)
    #expect(words(all).contains("LPPD 2025 63.05.12"))
    #expect(Set(words(open)).isSubset(of: words(all)))
  }

  @Test func `a schedule keeps to the units that are named`() throws {
    let office = try AskedOffice()
    let schedule = try office.schedule(
      .year(2026), of: ["63.05.12.2003"], on: "2026-03-02", settled: true)
    #expect(try Set(schedule.situations.map(\.unit)) == [region("63.05.12.2003")])
    #expect(schedule.question.units.isOfVillages)
    #expect(try schedule.question.units.kecamatan.map(\.code) == [region("63.05.12")])
  }

  @Test func `a role is read in any spelling, and an unknown one is refused with those known`()
    throws
  {
    let office = try AskedOffice()
    let schedule = try office.schedule(
      .year(2026), on: "2026-03-02", settled: true, role: "Kasi Pemerintahan")
    #expect(schedule.role == "kasi-pemerintahan")
    #expect(!schedule.situations.isEmpty)
    do {
      _ = try office.schedule(on: "2026-03-02", role: "satpam")
      Issue.record("nobody is called that")
    } catch AnswerFailure.unknownRole(let word, let known) {
      #expect(word == "satpam")
      #expect(known == known.sorted())
      #expect(known.contains("camat"))
    }
  }

  @Test func `the last working day is known of what is overdue since an earlier year too`() throws {
    let office = try AskedOffice()
    let late = try office.schedule(.year(2025), on: "2026-03-20").situations.filter {
      $0.assessment.status == .overdue
    }
    #expect(late.allSatisfy { $0.lastWorkingDay != nil && $0.workingDaysLeft == 0 })
    // Idul Fitri, the weekend, Nyepi and its cuti bersama.
    let feast = try day("2025-03-31")
    let closed = late.filter { $0.due == feast }
    #expect(!closed.isEmpty)
    #expect(try Set(closed.map(\.lastWorkingDay)) == [day("2025-03-27")])
  }

  @Test func `the schedule of a role tells what has come to it from below`() throws {
    let office = try AskedOffice()
    // LPPD of the year before was due on 27 February.
    let schedule = try office.schedule(on: "2026-04-20", role: "camat")
    let above = schedule.situations.filter { !schedule.isOwn($0) }
    #expect(!above.isEmpty)
    #expect(above.allSatisfy { $0.escalatedTo.contains("camat") && $0.responsible != "camat" })
    #expect(above.allSatisfy { $0.assessment.status == .overdue })
    let everyone = try office.schedule(on: "2026-04-20")
    #expect(everyone.situations.allSatisfy { $0.escalatedTo.isEmpty })
  }

  @Test func `the days that are left are counted from the day of judging`() throws {
    let office = try AskedOffice()
    let schedule = try office.schedule(.year(2026), on: "2026-02-20", settled: true)
    let report = try #require(schedule.situations.first { $0.code == "LPPD" })
    #expect(try report.due == day("2026-02-27"))
    #expect(report.daysLeft == 7)
    #expect(report.workingDaysLeft == 5)
    #expect(report.lastWorkingDay == report.due)
    #expect(report.state.status == .dueSoon)
    #expect(report.state.days == 7)
    let later = try office.schedule(.year(2026), on: "2026-03-03", settled: true)
    let late = try #require(later.situations.first { $0.code == "LPPD" })
    #expect(late.daysLeft == -4)
    #expect(late.state.days == 4)
    #expect(late.state.workingDays == nil)
  }

  @Test func `desa that stand alike share a line, and one that was returned has its own`() throws {
    let office = try AskedOffice()
    let village = AskedOffice.villages[2]
    try office.record("LPPDesa", "2025", of: village, on: "2026-03-20")
    try office.record("LPPDesa", "2025", .returned, of: village, on: "2026-03-24", note: "kurang")
    let schedule = try office.schedule(on: "2026-04-06")
    let lines = SituationGroup.groups(schedule.situations).filter { $0.first.code == "LPPDesa" }
    #expect(lines.map(\.members.count).sorted() == [1, 7])
    let alone = try #require(lines.first { $0.members.count == 1 })
    #expect(try alone.first.unit == region(village))
    #expect(try alone.first.state.returned == day("2026-03-24"))
    #expect(
      lines.flatMap(\.members).count == schedule.situations.count { $0.code == "LPPDesa" })
  }

  @Test func `a line names its desa, or how many they are where they are all`() throws {
    let office = try AskedOffice()
    let before = try office.schedule(on: "2026-04-06")
    let all = try #require(
      SituationGroup.groups(before.situations).first { $0.first.code == "LPPDesa" })
    let date = try day("2026-04-06")
    #expect(all.units(on: date, onlyKecamatan: true) == "8 desa")
    #expect(all.units(on: date, onlyKecamatan: false) == "8 desa Hatungun")
    for village in AskedOffice.villages.dropFirst(2) {
      try office.record("LPPDesa", "2025", of: village, on: "2026-03-20")
    }
    let after = try office.schedule(on: "2026-04-06")
    let two = try #require(
      SituationGroup.groups(after.situations).first { $0.first.code == "LPPDesa" })
    let names = two.members.map(\.unitLabel)
    #expect(names.count == 2)
    #expect(two.units(on: date, onlyKecamatan: true) == names.joined(separator: ", "))
    let report = try #require(
      SituationGroup.groups(after.situations).first { $0.first.unit == $0.first.kecamatan.code })
    #expect(report.units(on: date, onlyKecamatan: true) == "Kecamatan")
    #expect(report.units(on: date, onlyKecamatan: false) == "Kecamatan Hatungun")
  }

  @Test func `recommendations that wait for another document are counted by their unit`() throws {
    let office = try AskedOffice()
    let schedule = try office.schedule(on: "2026-07-06")
    let gate = try #require(schedule.gates.list.first { $0.report == "RekADD" })
    #expect(gate.predecessor == "APBDes")
    #expect(gate.period.description == "2026")
    #expect(gate.units.count == 8)
    #expect(!schedule.situations.contains { $0.code == "RekADD" })
  }

  @Test func `a date that waits for holidays is told of, once for all desa`() throws {
    let office = try AskedOffice()
    let schedule = try office.schedule(.year(2028), on: "2027-01-04", settled: true)
    let dates = schedule.uncomputed.list
    #expect(!dates.isEmpty)
    #expect(dates.allSatisfy { $0.year == 2028 })
    #expect(Set(dates).count == dates.count)
    expectDistinct(UncomputedDates.columns)
  }

  @Test func `the columns say of every obligation what it is and how it stands`() throws {
    let office = try AskedOffice()
    let schedule = try office.schedule(on: "2026-03-03")
    expectDistinct(schedule.columns)
    let situation = try #require(schedule.situations.first { $0.code == "LPPD" })
    let row = SituationGroup(situation)
    #expect(try cell("laporan", row, schedule.columns) == .text("LPPD"))
    #expect(
      try cell("tenggat", row, schedule.columns)
        == .due(day("2026-02-27"), isLocal: situation.isLocal))
    #expect(try cell("status", row, schedule.columns) == .state(situation.state))
    #expect(
      try cell("nama_unit", row, schedule.columns) == .coded("Hatungun", label: "Kecamatan"))
    #expect(try cell("sisa_hari", row, schedule.columns) == .count(-4))
    #expect(try cell("tanggal", row, schedule.columns) == .none)
    #expect(try cell("unit", row, schedule.columns) == .text("63.05.12"))
  }

  @Test func `a kecamatan is named where several are watched`() throws {
    let office = try AskedOffice()
    try office.change("wilayah.csv", "63.05.12,", to: "63.05.05,Candi Laras Selatan\n63.05.12,")
    let schedule = try office.schedule(on: "2026-03-03")
    #expect(!schedule.isOfOnlyKecamatan)
    #expect(Set(schedule.situations.map(\.kecamatan.code)).count == 2)
  }
}
