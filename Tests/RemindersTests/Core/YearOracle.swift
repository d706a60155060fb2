import CivilCalendar
import Compliance
import ComplianceModel
import Reminders
import Testing

/// Says what each run of a year must send, by its own count of days and its own books.
struct YearOracle {
  /// What is told once.
  struct Key: Hashable {
    let duty: Int
    let due: CivilDate
    let round: Int
    let stage: Int
    let person: String
  }

  /// A message of which nobody knows whether it arrived.
  struct Open {
    let id: String
    let person: String
    var keys: Set<Key>
  }

  /// What the outbox knows, and loses when it is restored.
  struct Books {
    var delivered: Set<Key> = []
    var open: [Open] = []
    var told: [String: Set<CivilDate>] = [:]
    var trouble: [String: (attempts: Int, last: Int)] = [:]
    var lastRun: CivilDate?
    var sentIDs: Set<String> = []

    func mustWait(_ person: String, at now: ClockReading) -> Bool {
      guard let trouble = trouble[person] else { return false }
      var minutes = 15
      for _ in 1..<trouble.attempts where minutes < 360 { minutes *= 2 }
      let waited = now.unixSeconds - trouble.last
      return waited >= 0 && waited < min(minutes, 360) * 60
    }
  }

  /// A message that has to go out.
  struct Expected {
    let person: String
    let keys: Set<Key>
    let text: String
    /// The name of the message that it may repeat.
    let repeated: String?
  }

  let world: YearWorld
  var books = Books()
  /// All that ever arrived; a restored outbox forgets, people do not.
  private(set) var arrived: Set<Key> = []
  private var stageDays: [CivilDate: [(stage: Int, day: CivilDate)]] = [:]

  init(_ world: YearWorld) { self.world = world }

  /// What is to be told of on a day, before it is looked up what was told already.
  mutating func keys(_ active: [Int], _ assessments: [Assessment], on day: CivilDate) -> Set<Key> {
    var keys: Set<Key> = []
    for (index, assessment) in zip(active, assessments) {
      let duty = world.duties[index]
      let (isSettled, due, round) = duty.standing(on: day)
      guard !isSettled, !assessment.isGated, let stage = stage(due, on: day) else { continue }
      var people = [duty.role]
      if stage >= 1, duty.role != "sekcam" { people.append("sekcam") }
      if stage >= 7, duty.role != "camat" { people.append("camat") }
      let unit = duty.obligation.id.unit.description
      if duty.isOfVillage, unit.hasSuffix(".2001") || unit.hasSuffix(".2003") {
        people.append(unit)
      }
      for person in people {
        keys.insert(Key(duty: index, due: due, round: round, stage: stage, person: person))
      }
    }
    return keys
  }

  private mutating func stage(_ due: CivilDate, on day: CivilDate) -> Int? {
    if stageDays[due] == nil {
      stageDays[due] = [-30, -14, -7, -3, -1, 0, 1, 7, 14].map { ($0, world.stageDay($0, due)) }
    }
    return stageDays[due]?.last { $0.day <= day }?.stage
  }

  /// The messages of a run.
  func expected(_ keys: Set<Key>, at now: ClockReading) -> [Expected] {
    guard world.isWorked(now.date) else { return [] }
    let people = Dictionary(grouping: keys.subtracting(books.delivered), by: \.person)
    return people.compactMap { person, keys in
      guard books.told[person]?.contains(now.date) != true, !books.mustWait(person, at: now)
      else { return nil }
      let keys = Set(keys)
      let repeated = books.open.last { $0.person == person && !$0.keys.isDisjoint(with: keys) }?.id
      return Expected(
        person: person, keys: keys,
        text: text(person, keys, on: now.date, isRepeated: repeated != nil), repeated: repeated)
    }
  }

  /// The name of somebody as messages say it.
  func name(_ person: String) -> String {
    switch person {
    case "camat": return "Camat Contoh (camat)"
    case "sekcam": return "Plt. Contoh (sekcam)"
    default:
      let villages = world.definitions.kecamatan.villages
      return villages.first { $0.code.description == person }.map { "Desa \($0.name)" } ?? person
    }
  }

  // MARK: - Words

  private func text(
    _ person: String, _ keys: Set<Key>, on day: CivilDate, isRepeated: Bool
  ) -> String {
    let weekdays = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]
    var lines = isRepeated ? ["(mungkin terkirim ulang)"] : []
    lines += [
      "Pengingat tenggat Kecamatan \(world.definitions.kecamatan.unit.name)",
      "\(weekdays[day.weekday.rawValue - 1]), \(day.indonesian)", "Kepada: \(name(person))",
    ]
    if books.sentIDs.isEmpty {
      lines += [
        "",
        "Ini pengingat yang pertama: yang sudah lewat dan yang segera jatuh tempo disebut sekali.",
      ]
    }
    if let last = books.lastRun, last < day,
      (0..<last.days(to: day)).dropFirst().contains(where: { world.isWorked(last.adding(days: $0)) }
      )
    {
      lines += [
        "", "Pengingat terakhir berhasil dijalankan \(last.indonesian); yang terlewat disusulkan.",
      ]
    }
    let old = keys.filter {
      books.sentIDs.isEmpty && $0.due.days(to: day) > 14
        && world.duties[$0.duty].lastReturn(by: day) == nil
    }
    for (heading, blocks) in blocks(keys.subtracting(old), for: person, on: day) {
      let counted = heading == "LEWAT TENGGAT" ? counted(old, for: person) : []
      if !(counted + blocks).isEmpty { lines += ["", heading] + counted + blocks }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// What was long overdue before the first message: how many, and the oldest.
  private func counted(_ keys: Set<Key>, for person: String) -> [String] {
    guard let oldest = keys.map(\.due).min() else { return [] }
    let line = "- \(keys.count) lewat lebih dari 14 hari, yang terlama sejak \(oldest.indonesian)"
    guard !person.contains(".") else { return [line] }
    return [
      "\(line); lihat: tenggat jadwal",
      "  Bila itu sudah beres: masukkan tabelnya (tenggat impor), atau tulis dipantau_sejak dalam kantor.yaml",
    ]
  }

  /// The lines under each heading; what one report owes for one period by one day is one block.
  private func blocks(
    _ keys: Set<Key>, for person: String, on day: CivilDate
  ) -> [(String, [String])] {
    struct Block: Hashable {
      let due: CivilDate
      let code: String
      let period: String
      let returned: CivilDate?
    }
    let sorted = keys.sorted { left, right in
      let (one, two) = (world.duties[left.duty], world.duties[right.duty])
      let (a, b) = (one.obligation.id, two.obligation.id)
      return (left.due, one.code, a.unit, a.period) < (right.due, two.code, b.unit, b.period)
    }
    var order: [Block] = []
    var members: [Block: [Key]] = [:]
    for key in sorted {
      let duty = world.duties[key.duty]
      let block = Block(
        due: key.due, code: duty.code, period: duty.obligation.id.period.description,
        returned: duty.lastReturn(by: day))
      if members[block] == nil { order.append(block) }
      members[block, default: []].append(key)
    }
    var texts: [String: [String]] = [:]
    for block in order {
      let units = (members[block] ?? []).map { world.duties[$0.duty].obligation.id.unit }
      let last = world.lastWorkingDay(block.due)
      let isToday = day == block.due || day == last
      let heading =
        day > block.due ? "LEWAT TENGGAT" : isToday ? "HARI INI" : "SEGERA"
      var due = block.due.indonesian
      if last != block.due { due += ", hari kerja terakhir \(last.indonesian)" }
      if day > block.due {
        due += ", lewat \(block.due.days(to: day)) hari"
      } else if isToday {
        due += ", hari ini"
      } else {
        due += ", sisa \(world.workingDays(after: day, through: block.due)) hari kerja"
      }
      let role = (members[block] ?? []).first.map { world.duties[$0.duty].role } ?? ""
      let isVillage = person.contains(".")
      texts[heading, default: []] +=
        ["- \(what(block.code, block.period, units))", "  \(due)"]
        + (block.returned.map { ["  \(returned($0, on: day))"] } ?? [])
        + (isVillage ? ["  Sampaikan kepada \(role)"] : [])
        + (!isVillage && person != role ? ["  Penanggung jawab: \(role)"] : [])
        + (isVillage
          ? [] : ["  Catat: tenggat catat \(block.code) \(block.period)\(option(units))"])
    }
    return ["LEWAT TENGGAT", "HARI INI", "SEGERA"].map { ($0, texts[$0] ?? []) }
  }

  private func returned(_ returned: CivilDate, on day: CivilDate) -> String {
    let words = returned.indonesian.split(separator: " ").prefix(returned.year == day.year ? 2 : 3)
    return "dikembalikan \(words.joined(separator: " ")), perbaikan belum disampaikan"
  }

  private func what(_ code: String, _ period: String, _ units: [RegionCode]) -> String {
    let names = units.filter(\.isDesa).compactMap { world.definitions.kecamatan.name(of: $0) }
    let report = "\(code) \(Period(period)?.indonesian ?? period)"
    switch names.count {
    case 0: return report
    case 1: return "\(report), Desa \(names[0])"
    default: return "\(report), \(names.count) desa: \(names.joined(separator: ", "))"
    }
  }

  private func option(_ units: [RegionCode]) -> String {
    guard units.contains(where: \.isDesa) else { return "" }
    return units.count == 1 ? " --unit \(units[0])" : " --unit DESA"
  }

  // MARK: - Bookkeeping

  /// What a channel said to a message.
  enum Answer { case sent, refused, unsure }

  /// Takes down what the outbox holds of an attempt.
  ///
  /// - Parameters:
  ///   - expected: The message.
  ///   - id: Its name.
  ///   - answer: What is written down; `nil` where the run was killed before it was.
  ///   - now: When.
  mutating func note(_ expected: Expected, _ id: String, _ answer: Answer?, at now: ClockReading) {
    let person = expected.person
    let doubt = books.open.first { $0.id == id }?.keys ?? []
    books.open.removeAll { $0.id == id }
    var rest = doubt
    switch answer {
    case .sent:
      books.delivered.formUnion(expected.keys)
      books.told[person, default: []].insert(now.date)
      books.trouble[person] = nil
      books.sentIDs.insert(id)
      rest.subtract(expected.keys)
    case .unsure, nil: rest.formUnion(expected.keys)
    case .refused: break
    }
    if answer == .refused || answer == .unsure {
      books.trouble[person] = ((books.trouble[person]?.attempts ?? 0) + 1, now.unixSeconds)
    }
    if !rest.isEmpty { books.open.append(Open(id: id, person: person, keys: rest)) }
  }

  /// Takes down that a message arrived: what arrives again must say so.
  mutating func noteArrival(_ expected: Expected, isMarked: Bool) {
    let again = arrived.intersection(expected.keys)
    #expect(again.isEmpty || isMarked, "twice without a mark: \(again)")
    arrived.formUnion(expected.keys)
  }

  /// After an older outbox was put back, what it does not know may come again.
  mutating func forgetSince() {
    arrived = books.delivered.union(books.open.flatMap(\.keys))
  }
}
