import Answers
import CivilCalendar
import ComplianceModel
import Reminders
import TestSupport
import Testing

@Suite struct `who is told` {
  @Test func `the one who owes it, the sekcam from H+1, the camat from H+7`() throws {
    var office = ReminderOffice()
    office.daysOff = []
    try office.owe("LPPD", due: "2025-05-14")
    #expect(try office.told("2025-05-14") == ["kasi-pem LPPD H"])
    #expect(try office.told("2025-05-15") == ["kasi-pem LPPD H+1", "sekcam LPPD H+1"])
    #expect(try office.told("2025-05-20").count == 2)
    #expect(
      try office.told("2025-05-21")
        == ["kasi-pem LPPD H+7", "sekcam LPPD H+7", "camat LPPD H+7"])
  }

  @Test func `nobody twice, and nobody above where the office wants none`() throws {
    var office = ReminderOffice()
    try office.owe("LPPD", due: "2025-05-14", by: "camat")
    #expect(try office.told("2025-05-21") == ["camat LPPD H+7", "sekcam LPPD H+7"])
    office.settings = ReminderSettings(escalations: [])
    #expect(try office.told("2025-05-21") == ["camat LPPD H+7"])
    office.settings = ReminderSettings(escalations: [.init(role: "bupati", from: 14)])
    #expect(try office.told("2025-05-21") == ["camat LPPD H+7"])
    #expect(try office.told("2025-05-28") == ["camat LPPD H+14", "bupati LPPD H+14"])
  }

  @Test func `a desa with a contact is told of its own documents only`() throws {
    var office = ReminderOffice()
    let villages = ReminderOffice.villages
    office.settings = ReminderSettings(
      isWeekly: false,
      channels: [
        .terminal, ChannelSettings(name: "wa", kind: .command(["kirim"], timeoutSeconds: 60)),
      ],
      villageContacts: [
        try region(villages[0]): ["wa": "08123"], try region(villages[1]): ["surel": "x"],
      ])
    try office.owe("APBDES", due: "2025-05-14", of: villages)
    try office.owe("LPPD", due: "2025-05-14")
    let digests = try office.digests("2025-05-14")
    // The second desa has no address on any channel of the office.
    #expect(digests.map(\.recipient.id) == ["kasi-pem", villages[0]])
    #expect(digests.map(\.channel.name) == ["stdout", "wa"])
    #expect(digests.last?.keys.count == 1)
    #expect(digests.last?.recipient.name == "Desa Tarungin")
    #expect(digests.first?.keys.count == 4)
  }

  @Test func `one person with two roles is told once, and known by the role that is theirs`() throws
  {
    var office = ReminderOffice()
    try office.owe("LPPD", due: "2025-05-14")
    try office.owe("LKPJ", due: "2025-05-14", by: "sekcam")
    try office.appoint("camat", "Plt. Pejabat Satu", ["wa": "081", "surel": "lain@contoh.invalid"])
    try office.appoint("sekcam", "Pejabat Satu", ["surel": "satu@contoh.invalid"])
    office.settings = ReminderSettings(
      isWeekly: false,
      channels: [
        ChannelSettings(name: "surel", kind: .sendmail(from: "a@contoh.invalid")),
        ChannelSettings(name: "wa", kind: .command(["kirim"], timeoutSeconds: 60)), .terminal,
      ])
    let digests = try office.digests("2025-05-21").filter { $0.recipient.id != "kasi-pem" }
    #expect(digests.map(\.recipient.id) == ["sekcam", "sekcam", "sekcam"])
    #expect(digests.map(\.channel.name) == ["surel", "wa", "stdout"])
    let recipient = try #require(digests.first).recipient
    #expect(recipient.name == "Pejabat Satu (Jabatan sekcam, Plt. Jabatan camat)")
    #expect(recipient.contacts["surel"] == "satu@contoh.invalid")
    // Keys are kept for both roles: one that passes to somebody else is told anew.
    #expect(Set(digests[0].keys.map(\.person)) == ["sekcam", "camat"])
    #expect(digests[0].keys.count == 4)
    #expect(digests[0].count(.late) == 2)
  }

  @Test func `who was told in one role is not told again in another, whoever comes after is`()
    async throws
  {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    try scene.office.owe("LPPD", due: "2025-05-14")
    try scene.office.appoint("sekcam", "Pejabat Satu")
    try scene.office.appoint("camat", "Pejabat Dua")
    #expect(try await scene.texts("2025-05-21").count == 3)
    try scene.office.appoint("camat", "Plt. Pejabat Satu", since: "2025-05-22")
    #expect(try await scene.texts("2025-05-22").isEmpty)
    let next = try await scene.texts("2025-05-28")
    #expect(next.count == 2)
    #expect(next.contains { $0.contains("Pejabat Satu (Jabatan sekcam, Plt. Jabatan camat)") })
    try scene.office.appoint("camat", "Pejabat Tiga", since: "2025-05-30")
    #expect(try await scene.texts("2025-05-30").isEmpty)
  }

  @Test func `the officer of the day, also one who stands in, and the role where there is none`()
    throws
  {
    var office = ReminderOffice()
    try office.owe("LPPD", due: "2025-05-14")
    try office.appoint("kasi-pem", "Pejabat Satu", since: "2020-01-01")
    try office.appoint("kasi-pem", "Plt. Pejabat Dua", since: "2025-05-14")
    func name(_ date: String) throws -> String? { try office.digests(date).first?.recipient.name }
    #expect(try name("2025-05-13") == "Pejabat Satu (Jabatan kasi-pem)")
    #expect(try name("2025-05-14") == "Plt. Pejabat Dua (Jabatan kasi-pem)")
    office.officials = []
    #expect(try name("2025-05-14") == "Jabatan kasi-pem")
  }

  @Test func `over every channel on which there is an address, else on standard output`() throws {
    var office = ReminderOffice()
    let mail = ChannelSettings(name: "surel", kind: .sendmail(from: "a@contoh.invalid"))
    office.settings = ReminderSettings(channels: [
      mail, ChannelSettings(name: "map", kind: .drop(folder: "x")),
    ])
    try office.owe("LPPD", due: "2025-05-14")
    try office.appoint("kasi-pem", "Pejabat Satu", ["surel": "satu@contoh.invalid"])
    #expect(try office.digests("2025-05-14").map(\.channel.name) == ["surel", "map"])
    office.settings = ReminderSettings(channels: [mail])
    #expect(try office.digests("2025-05-14").map(\.channel.name) == ["surel"])
    office.officials = []
    #expect(try office.digests("2025-05-14").map(\.channel.name) == ["stdout"])
  }

  @Test func `a folder beside other channels keeps copies, and alone is the channel`() throws {
    var office = ReminderOffice()
    let folder = ChannelSettings(name: "arsip", kind: .drop(folder: "x"))
    let mail = ChannelSettings(name: "surel", kind: .sendmail(from: "a@contoh.invalid"))
    try office.owe("APBDES", due: "2025-05-14", of: ReminderOffice.villages)
    let village = try region(ReminderOffice.villages[0])
    let contacts = [village: ["surel": "desa@contoh.invalid"]]
    office.settings = ReminderSettings(channels: [folder, mail], villageContacts: contacts)
    #expect(
      try office.digests("2025-05-14").map { "\($0.recipient.id) \($0.channel.name)" } == [
        "kasi-pem arsip", "kasi-pem stdout", "\(village) surel",
      ])
    office.settings = ReminderSettings(channels: [folder], villageContacts: contacts)
    #expect(
      try office.digests("2025-05-14").map { "\($0.recipient.id) \($0.channel.name)" } == [
        "kasi-pem arsip"
      ])
    // A desa with a folder of its own gets its messages there.
    office.settings = ReminderSettings(
      channels: [folder], villageContacts: [village: ["arsip": "-"]])
    #expect(
      try office.digests("2025-05-14").map { "\($0.recipient.id) \($0.channel.name)" } == [
        "kasi-pem arsip", "\(village) arsip",
      ])
  }
}

@Suite struct `what is told of` {
  @Test func `nothing that is in, exempt, gated or undated`() throws {
    var office = ReminderOffice()
    try office.owe("A", due: "2025-05-14")
    try office.owe("B", due: "2025-05-14", after: "A")
    try office.owe("C", due: nil)
    #expect(try office.told("2025-05-14") == ["kasi-pem A H"])
    try office.row(.submitted, "A", "2025-05-14")
    #expect(try office.told("2025-05-13") == ["kasi-pem A H-1"])
    #expect(try office.told("2025-05-14") == ["kasi-pem B H"])
    try office.row(.exempted, "B", "2025-05-14")
    #expect(try office.told("2025-05-14").isEmpty)
  }

  @Test func `a return begins a new round, an extension a new count`() throws {
    var office = ReminderOffice()
    try office.owe("LPPD", due: "2025-05-14")
    func key(_ date: String) throws -> ReminderKey.Stage? {
      guard case .stage(let stage) = try office.digests(date).first?.keys.first?.subject
      else { return nil }
      return stage
    }
    let first = try #require(try key("2025-05-14"))
    try office.row(.submitted, "LPPD", "2025-05-14")
    try office.row(.returned, "LPPD", "2025-05-15")
    let second = try #require(try key("2025-05-15"))
    #expect((first.round, second.round, second.stage) == (0, 1, 1))
    try office.row(.extended, "LPPD", "2025-05-28", received: "2025-05-16")
    #expect(try key("2025-05-15") == second)
    let third = try #require(try key("2025-05-16"))
    #expect(try third.due == day("2025-05-28"))
    #expect(third.stage == -14)
    #expect(third.round == 1)
  }

  @Test func `reports with stages of their own keep to them`() throws {
    var office = ReminderOffice()
    office.settings = ReminderSettings(stagesByReport: ["A": [-2, 3], "B": []])
    try office.owe("A", due: "2025-05-14")
    try office.owe("B", due: "2025-05-14")
    #expect(try office.told("2025-05-09").isEmpty)
    #expect(try office.told("2025-05-14") == ["kasi-pem A H-2"])
    // H+3 is a Saturday.
    #expect(try office.told("2025-05-16") == ["kasi-pem A H-2"])
    #expect(try office.told("2025-05-19") == ["kasi-pem A H+3", "sekcam A H+3"])
  }

  @Test func `one digest a person, late first, then today, then soon, by date`() throws {
    var office = ReminderOffice()
    try office.owe("SEGERA2", due: "2025-05-22")
    try office.owe("SEGERA1", due: "2025-05-16")
    try office.owe("HARIINI", due: "2025-05-14")
    try office.owe("LEWAT", due: "2025-05-09")
    let digests = try office.digests("2025-05-14")
    #expect(digests.map(\.recipient.id) == ["kasi-pem", "sekcam"])
    let sections = try #require(digests.first).sections
    #expect(sections.map(\.section) == [.late, .today, .soon])
    #expect(
      sections.map { $0.lines.map(\.situation.code) } == [
        ["LEWAT"], ["HARIINI"], ["SEGERA1", "SEGERA2"],
      ])
    #expect(digests.first?.count(.soon) == 2)
  }
}

@Suite struct `the words of a digest` {
  private func scene(_ units: [String] = ReminderOffice.villages) throws -> ReminderScene {
    var scene = try ReminderScene()
    try scene.office.owe("LPPDES", due: "2025-03-31", of: units)
    return scene
  }

  @Test func `before Lebaran 2025 the last working day is said in full`() async throws {
    var scene = try scene()
    try scene.office.owe("LPPD", due: "2025-04-10")
    let texts = try await scene.texts("2025-03-26")
    #expect(
      texts == [
        """
        Pengingat tenggat Kecamatan Hatungun
        Rabu, 26 Maret 2025
        Kepada: Jabatan kasi-pem

        Ini pengingat yang pertama: yang sudah lewat dan yang segera jatuh tempo disebut sekali.

        SEGERA
        - LPPDES 2024, 3 desa: Tarungin, Matang Batas, Burakai
          31 Maret 2025, hari kerja terakhir 27 Maret 2025, sisa 1 hari kerja
          Catat: tenggat catat LPPDES 2024 --unit DESA
        - LPPD 2024
          10 April 2025, sisa 4 hari kerja
          Catat: tenggat catat LPPD 2024

        """
      ])
  }

  @Test func `the last working day is today, not late`() async throws {
    let scene = try scene([ReminderOffice.villages[0]])
    let text = try #require(try await scene.texts("2025-03-27").first)
    #expect(text.contains("HARI INI\n- LPPDES 2024, Desa Tarungin\n"))
    #expect(text.contains("31 Maret 2025, hari kerja terakhir 27 Maret 2025, hari ini\n"))
    #expect(text.contains("--unit 63.05.12.2001"))
    #expect(!text.contains("LEWAT"))
  }

  @Test(arguments: ["2025-03-28", "2025-03-30"])
  func `between the last working day and the due date no day is called today`(
    _ date: String
  ) async throws {
    var scene = try scene()
    scene.office.settings = ReminderSettings(isQuietOnDaysOff: false)
    let text = try #require(try await scene.texts(date).first)
    #expect(text.contains("SEGERA\n- LPPDES 2024, 3 desa: Tarungin, Matang Batas, Burakai\n"))
    #expect(text.contains("hari kerja terakhir 27 Maret 2025, sisa 0 hari kerja"))
  }

  @Test func `nothing is late on its due date, and late by a day on the next`() async throws {
    var scene = try scene()
    scene.office.settings = ReminderSettings(stages: [0, 1], isQuietOnDaysOff: false)
    scene.office.daysOff = []
    let due = try #require(try await scene.texts("2025-03-31").first)
    #expect(due.contains("31 Maret 2025, hari ini") && !due.contains("LEWAT"))
    let late = try #require(try await scene.texts("2025-04-01").first)
    #expect(late.contains("LEWAT TENGGAT") && late.contains("31 Maret 2025, lewat 1 hari"))
  }

  @Test func `in a workspace of several kecamatan each line says of which one it speaks`()
    async throws
  {
    let scene = try ReminderScene()
    var (one, two) = (ReminderOffice(), ReminderOffice())
    try one.owe("LPPD", due: "2025-03-27")
    two.code = "63.05.05"
    two.name = "Candi Laras Selatan"
    try two.owe("LPPD", due: "2025-03-27", of: ["63.05.05"])
    let offices = try [one, two].map {
      ReminderRun.Office(
        try $0.definitions(), try $0.assessments(on: "2025-03-26"), today: try day("2025-03-26"))
    }
    let run = ReminderRun(offices, ReminderSettings(), at: try instant("2025-03-26")) { $0 }
    _ = try await run.run(scene.outbox) { scene.post.send($0, $1) }
    let text = try #require(scene.post.take().first).message.text
    #expect(text.hasPrefix("Pengingat tenggat 2 kecamatan\n"))
    #expect(text.contains("- LPPD 2024, Kecamatan Hatungun, Candi Laras Selatan\n"))
    #expect(text.contains("Catat: tenggat catat LPPD 2024 --unit KECAMATAN\n"))
  }

  @Test func `in a workspace of several kecamatan desa stand with their own`() async throws {
    let scene = try ReminderScene()
    var (one, two) = (ReminderOffice(), ReminderOffice())
    try one.owe("APBDES", due: "2025-03-27", of: ReminderOffice.villages)
    two.code = "63.05.05"
    two.name = "Candi Laras Selatan"
    two.villages = ["63.05.05.2001", "63.05.05.2002", "63.05.05.2003"]
    try two.owe("APBDES", due: "2025-03-27", of: two.villages)
    let offices = try [one, two].map {
      ReminderRun.Office(
        try $0.definitions(), try $0.assessments(on: "2025-03-26"), today: try day("2025-03-26"))
    }
    let run = ReminderRun(offices, ReminderSettings(), at: try instant("2025-03-26")) { $0 }
    _ = try await run.run(scene.outbox) { scene.post.send($0, $1) }
    let text = try #require(scene.post.take().first).message.text
    let names = "3 desa: Tarungin, Matang Batas, Burakai\n"
    #expect(text.contains("- APBDES 2024, Kecamatan Hatungun, \(names)"))
    #expect(text.contains("- APBDES 2024, Kecamatan Candi Laras Selatan, \(names)"))
  }

  @Test func `each kecamatan of a workspace is told by the day on its own wall`() async throws {
    let scene = try ReminderScene()
    // Half past eleven at night in Java: in Kalimantan the next day has begun.
    var (java, kalimantan) = (ReminderOffice(), ReminderOffice())
    kalimantan.code = "63.05.05"
    kalimantan.name = "Candi Laras Selatan"
    try java.owe("LPPD", due: "2025-03-26")
    try kalimantan.owe("LPPD", due: "2025-03-26", of: ["63.05.05"])
    let offices = try [(java, "2025-03-26"), (kalimantan, "2025-03-27")].map { office, date in
      ReminderRun.Office(
        try office.definitions(), try office.assessments(on: date), today: try day(date))
    }
    let run = ReminderRun(
      offices, ReminderSettings(), at: try instant("2025-03-26", at: "23:30")
    ) { $0 }
    _ = try await run.run(scene.outbox) { scene.post.send($0, $1) }
    let text = try #require(scene.post.take().first).message.text
    #expect(
      text.contains(
        "LPPD 2024, Kecamatan Candi Laras Selatan\n  26 Maret 2025, lewat 1 hari\n"))
    #expect(text.contains("LPPD 2024, Kecamatan Hatungun\n  26 Maret 2025, hari ini\n"))
  }

  @Test func `who is above is told who answers for it, a desa where to hand it in`() async throws {
    var scene = try ReminderScene()
    scene.office.daysOff = []
    let village = ReminderOffice.villages[0]
    try scene.office.owe("APBDES", due: "2025-05-13", of: [village])
    scene.office.settings = ReminderSettings(
      channels: [.terminal, ChannelSettings(name: "wa", kind: .command(["x"], timeoutSeconds: 9))],
      villageContacts: [try region(village): ["wa": "081"]])
    let texts = try await scene.texts("2025-05-14")
    try #require(texts.count == 3)
    let record = "  Catat: tenggat catat APBDES 2024 --unit \(village)\n"
    #expect(texts[0].contains(record) && !texts[0].contains("Penanggung jawab"))
    #expect(texts[1].hasSuffix("  Penanggung jawab: Jabatan kasi-pem\n\(record)"))
    #expect(texts[2].hasSuffix("  Sampaikan kepada Jabatan kasi-pem\n"))
  }

  @Test func `a message that a server would refuse for its length is cut, and says how much`()
    async throws
  {
    var scene = try ReminderScene()
    let hook = ChannelSettings(
      name: "bot",
      kind: .webhook(url: .plain("https://x"), key: nil, template: nil, timeoutSeconds: 9))
    scene.office.settings = ReminderSettings(stages: [0], channels: [hook, .terminal])
    try scene.office.appoint("kasi-pem", "Pejabat Satu", ["bot": "1"])
    for number in 100..<160 { try scene.office.owe("LAPORAN\(number)", due: "2025-05-14") }
    let letters = try await {
      _ = try await scene.run("2025-05-14"); return scene.post.take()
    }()
    let cut = try #require(letters.first { $0.channel == "bot" }).message.text
    let whole = try #require(letters.first { $0.channel == "stdout" }).message.text
    let limit = try #require(hook.longestText)
    #expect(cut.utf16.count <= limit && cut.utf16.count > limit - 200)
    #expect(whole.contains("LAPORAN159") && !cut.contains("LAPORAN159"))
    let told = cut.split(separator: "\n").count { $0.hasPrefix("- ") }
    #expect(cut.hasSuffix("\n\n... dan \(60 - told) butir lain; lihat: tenggat jadwal\n"))
    // Told all the same: it is in the program.
    #expect(try await scene.texts("2025-05-15").isEmpty)
  }

  @Test func `a returned document says so`() async throws {
    var scene = try scene([ReminderOffice.villages[0]])
    let unit = ReminderOffice.villages[0]
    try scene.office.row(.submitted, "LPPDES", "2025-03-25", of: unit)
    try scene.office.row(.returned, "LPPDES", "2025-03-26", of: unit)
    let text = try #require(try await scene.texts("2025-03-26").first)
    #expect(text.contains("\n  dikembalikan 26 Maret, perbaikan belum disampaikan\n"))
  }

  @Test func `a document returned in another year says which`() async throws {
    var scene = try scene()
    try scene.office.owe("B", due: "2025-01-20")
    try scene.office.row(.submitted, "B", "2024-12-20")
    try scene.office.row(.returned, "B", "2024-12-30")
    let text = try #require(try await scene.texts("2025-01-20").first)
    #expect(
      text.contains("\n  dikembalikan 30 Desember 2024, perbaikan belum disampaikan\n"), "\(text)")
  }

  @Test func `days without a run are told, with the last run's day`() async throws {
    let scene = try scene()
    _ = try await scene.texts("2025-03-20")
    _ = try await scene.texts("2025-03-29")
    let text = try #require(try await scene.texts("2025-04-09").first)
    #expect(
      text.contains(
        "Pengingat terakhir berhasil dijalankan 29 Maret 2025; yang terlewat disusulkan."))
    #expect(text.contains("lewat 9 hari"))
    #expect(!text.contains("yang pertama"))
  }

  @Test func `days off without a run are nobody's fault`() async throws {
    let scene = try scene()
    _ = try await scene.texts("2025-03-27")
    let text = try #require(try await scene.texts("2025-04-08").first)
    #expect(!text.contains("terakhir berhasil dijalankan"))
  }
}
