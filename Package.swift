// swift-tools-version: 6.3

import Foundation
import PackageDescription

/// What every Swift target of ours is compiled with: Swift 6 language mode, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

extension Target.Dependency {
  static let argumentParser: Self = .product(
    name: "ArgumentParser", package: "swift-argument-parser")
  static let asyncHTTPClient: Self = .product(
    name: "AsyncHTTPClient", package: "async-http-client")
  static let hummingbird: Self = .product(name: "Hummingbird", package: "hummingbird")
  static let hummingbirdCore: Self = .product(name: "HummingbirdCore", package: "hummingbird")
  static let hummingbirdTLS: Self = .product(name: "HummingbirdTLS", package: "hummingbird")
  static let hummingbirdTesting: Self = .product(
    name: "HummingbirdTesting", package: "hummingbird")
  static let httpTypes: Self = .product(name: "HTTPTypes", package: "swift-http-types")
  static let logging: Self = .product(name: "Logging", package: "swift-log")
  static let mustache: Self = .product(name: "Mustache", package: "swift-mustache")
  static let nioCore: Self = .product(name: "NIOCore", package: "swift-nio")
  static let nioEmbedded: Self = .product(name: "NIOEmbedded", package: "swift-nio")
  static let nioHTTPTypes: Self = .product(name: "NIOHTTPTypes", package: "swift-nio-extras")
  static let nioSSL: Self = .product(name: "NIOSSL", package: "swift-nio-ssl")
  static let nioPosix: Self = .product(name: "NIOPosix", package: "swift-nio")
  static let nioHTTP1: Self = .product(name: "NIOHTTP1", package: "swift-nio")
  static let subprocess: Self = .product(name: "Subprocess", package: "swift-subprocess")
  static let systemPackage: Self = .product(name: "SystemPackage", package: "swift-system")
}

/// The files and folders of the repository that are no part of `ProgramFiles`, which lies at its top
/// beside the calendars: all others at the top, and the other targets.
let outsideProgramFiles: [String] = {
  let own: Set = ["Calendars", "Exports", "Package.resolved", "Package.swift", "Sources"]
  func names(in folder: String) -> [String] {
    let all = try? FileManager.default.contentsOfDirectory(atPath: folder)
    return (all ?? []).filter { !$0.hasPrefix(".") }.sorted()
  }
  let top = Context.packageDirectory
  // The guide lies beside the commands that it is about.
  let guided = "Sources/tenggat"
  return names(in: top).filter { !own.contains($0) }
    + names(in: "\(top)/Sources").filter { $0 != "ProgramFiles" && $0 != "tenggat" }
    .map { "Sources/\($0)" }
    + names(in: "\(top)/\(guided)").filter { $0 != "Panduan.docc" }.map { "\(guided)/\($0)" }
}()

let package = Package(
  name: "tenggat",
  products: [
    // For other programs: the days, the nouns, and what is due, late or in, as values without files.
    .library(name: "CivilCalendar", targets: ["CivilCalendar"]),
    .library(name: "Compliance", targets: ["Compliance", "ComplianceModel"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLinux"),
    // Linked for libxml2's sake, and imported by nobody.
    .target(name: "CNoICU"),
    .systemLibrary(name: "CCrypt", pkgConfig: "libcrypt", providers: [.apt(["libcrypt-dev"])]),
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(
      name: "CMinizip", pkgConfig: "minizip", providers: [.apt(["libminizip-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CXSLT", pkgConfig: "libxslt", providers: [.apt(["libxslt1-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    // The version is written in ProgramVersion; which commit is built, the plugin writes into it.
    .plugin(name: "BuildCommit", capability: .buildTool(), path: "Sources/BuildCommit"),
    .target(name: "ProgramVersion", plugins: ["BuildCommit"]),
    .target(name: "CivilCalendar"),
    .target(name: "ComplianceModel", dependencies: ["CivilCalendar"]),
    .target(name: "PlainText"),
    // How ours start other programs, those beside them among others.
    .target(
      name: "Programs", dependencies: ["CLinux", "PlainText", .subprocess, .systemPackage]),
    // What goes to the program that makes files of spreadsheets.
    .target(name: "Spreadsheets"),
    // What that program reads of such files: linked to it and to what tests it, and to nothing else.
    .target(
      name: "SpreadsheetFiles",
      dependencies: ["CLibXML2", "CMinizip", "CivilCalendar", "Spreadsheets", .systemPackage]),
    // What goes to the program that runs the layouts of provinces, and what comes from it.
    .target(name: "Layouts", dependencies: ["ComplianceModel"]),
    // What the programs share that are started for one file and take from themselves what they do not need.
    .target(name: "HelperProgram", dependencies: [.systemPackage]),
    .target(name: "Hashing", dependencies: ["CCrypt", "CNettle"]),
    .target(name: "DurableFiles", dependencies: ["CLinux", .systemPackage]),
    .target(
      name: "CalendarFiles",
      dependencies: ["CYAML", "CivilCalendar", "ComplianceModel", "DurableFiles"]),
    .target(
      name: "LedgerStore",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "DurableFiles", "Hashing", .systemPackage,
      ]),
    .target(name: "Compliance", dependencies: ["CivilCalendar", "ComplianceModel"]),
    .target(
      name: "Exchange",
      dependencies: [
        "Answers", "CLibXML2", "CNoICU", "CivilCalendar", "ComplianceModel", "Compliance", "Deeds",
        "DurableFiles", "Layouts", "LedgerStore", "PlainText", "Programs", "Spreadsheets",
        "Wording", "Workspace",
        .systemPackage,
      ]),
    .target(
      name: "Workspace",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "Hashing",
        "LedgerStore", "PlainText", "ProgramFiles", .systemPackage,
      ]),
    .target(
      name: "ProgramFiles",
      // The calendars and schemas lie at the top of the repository, where people look for them.
      path: ".",
      exclude: outsideProgramFiles,
      sources: ["Sources/ProgramFiles"],
      resources: [
        .copy("Calendars"), .copy("Exports"), .copy("Sources/tenggat/Panduan.docc"),
      ],
      publicHeadersPath: "Sources/ProgramFiles/include"),
    .target(
      name: "Answers",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles", "LedgerStore",
        "PlainText", "Workspace",
      ]),
    .target(
      name: "Wording",
      dependencies: [
        "Answers", "CivilCalendar", "Compliance", "ComplianceModel", "Deeds", "DurableFiles",
        "LedgerStore", "PlainText", "Workspace", .systemPackage,
      ]),
    .target(
      name: "Deeds",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "Hashing",
        "LedgerStore", "PlainText", "Spreadsheets", "Workspace", .systemPackage,
      ]),
    // How the program without the network finds the one that has it, and what it tells it.
    .target(
      name: "NetworkProgram", dependencies: ["CivilCalendar", "Programs", .systemPackage]),
    .target(
      name: "Reminders",
      dependencies: [
        "Answers", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles", "Hashing",
        "NetworkProgram", "PlainText", "Programs", "Wording", "Workspace", .subprocess,
        .systemPackage,
      ]),
    // How a server is told to start the reminders and the backups every day.
    .target(
      name: "DailyRuns",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "PlainText", "Wording", .subprocess, .systemPackage,
      ]),
    .target(
      name: "Networking", dependencies: ["Reminders", .asyncHTTPClient, .nioCore, .nioHTTP1]),
    .target(
      name: "Inspection",
      dependencies: [
        "Answers", "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel",
        "DurableFiles",
        "Exchange", "Hashing", "LedgerStore", "Reminders", "Workspace", .systemPackage,
      ]),
    .target(
      name: "Backups",
      dependencies: [
        "Answers", "CalendarFiles", "CivilCalendar", "ComplianceModel", "DurableFiles", "Hashing",
        "Inspection", "LedgerStore", "PlainText", "Wording", "Workspace", .systemPackage,
      ]),
    .target(
      name: "Dashboard",
      dependencies: [
        "Answers", "CivilCalendar", "Compliance", "ComplianceModel", "Deeds", "DurableFiles",
        "Exchange", "Hashing", "Inspection", "LedgerStore", "PlainText", "ProgramVersion",
        "Reminders",
        "Spreadsheets", "Wording",
        "Workspace", .httpTypes,
        .hummingbird,
        .hummingbirdCore, .hummingbirdTLS, .logging, .mustache, .nioCore, .nioHTTPTypes, .nioPosix,
        .nioSSL,
        .systemPackage,
      ],
      resources: [.embedInCode("Templates"), .embedInCode("Assets")]),
    // All that opens a socket; tenggat starts it, as git starts git-remote-https.
    .executableTarget(
      name: "tenggat-jaringan",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "Dashboard", "NetworkProgram", "Networking",
        "PlainText", "Reminders", "Workspace", .nioSSL, .systemPackage,
      ]),
    // All that is linked to a library for spreadsheets; tenggat starts it.
    .executableTarget(
      name: "tenggat-lembar",
      dependencies: [
        "CLinux", "CXlsxWriter", "HelperProgram", "SpreadsheetFiles", "Spreadsheets",
        .systemPackage,
      ]),
    // All that is linked to a processor of stylesheets; tenggat starts it.
    .executableTarget(
      name: "tenggat-gaya",
      dependencies: ["CXSLT", "ComplianceModel", "HelperProgram", "Layouts", .systemPackage]),
    .executableTarget(
      name: "tenggat",
      dependencies: [
        "Answers", "Backups", "CivilCalendar", "Compliance", "ComplianceModel", "DailyRuns",
        "Deeds", "DurableFiles", "Exchange", "Inspection", "LedgerStore", "NetworkProgram",
        "PlainText", "ProgramVersion",
        "Reminders", "Spreadsheets", "Wording", "Workspace", .argumentParser, .systemPackage,
      ]),
    .target(
      name: "TestSupport",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles", "LedgerStore",
        "PlainText",
        "Wording", "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Answers", "CLibXML2", "CivilCalendar", "Compliance", "ComplianceModel", "Exchange",
        "TestSupport", "Wording", "Workspace", "tenggat-gaya", .systemPackage,
      ],
      exclude: ["Golden"]),
    .testTarget(name: "SampleTests", dependencies: ["Exchange", "TestSupport", "tenggat"]),
    .testTarget(
      name: "tenggatTests",
      dependencies: [
        "CivilCalendar", "DurableFiles", "TestSupport", "tenggat", "tenggat-gaya",
        "tenggat-jaringan", "tenggat-lembar", .systemPackage,
      ],
      exclude: ["Golden", "Landed"]),
    .testTarget(
      name: "ProgramVersionTests", dependencies: ["ProgramVersion", "TestSupport", "tenggat"]),
    .testTarget(name: "CivilCalendarTests", dependencies: ["CivilCalendar", "TestSupport"]),
    .testTarget(
      name: "ComplianceModelTests",
      dependencies: ["CivilCalendar", "ComplianceModel", "TestSupport"]),
    .testTarget(
      name: "ComplianceTests",
      dependencies: ["CivilCalendar", "Compliance", "ComplianceModel", "TestSupport"]),
    .testTarget(
      name: "TestSupportTests", dependencies: ["CivilCalendar", "ComplianceModel", "TestSupport"]),
    .testTarget(
      name: "CalendarFilesTests",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "TestSupport",
      ],
      exclude: ["BadFiles", "Golden"]),
    .testTarget(
      name: "AnswersTests",
      dependencies: [
        "Answers", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "LedgerStore", "TestSupport", "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "DeedsTests",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "Deeds", "LedgerStore", "Spreadsheets",
        "TestSupport",
        "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "LedgerStore", "PlainText",
        "TestSupport", "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "DashboardTests",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "Dashboard", "Deeds", "DurableFiles", "LedgerStore",
        "PlainText", "Reminders",
        "TestSupport",
        "Workspace", .httpTypes, .hummingbird, .hummingbirdCore, .hummingbirdTesting, .nioCore,
        .nioEmbedded,
        .nioHTTPTypes, .systemPackage,
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "NetworkProgramTests",
      dependencies: ["CivilCalendar", "NetworkProgram", .systemPackage]),
    .testTarget(
      name: "LayoutsTests", dependencies: ["ComplianceModel", "Layouts"]),
    .testTarget(
      name: "ProgramsTests",
      dependencies: ["Programs", "TestSupport", .systemPackage]),
    .testTarget(name: "SpreadsheetsTests", dependencies: ["Spreadsheets", "TestSupport"]),
    .testTarget(
      name: "SpreadsheetFilesTests",
      dependencies: ["SpreadsheetFiles", "Spreadsheets", "TestSupport", .systemPackage]),
    .testTarget(name: "HashingTests", dependencies: ["Hashing", "TestSupport"]),
    .testTarget(name: "PlainTextTests", dependencies: ["PlainText"]),
    .testTarget(
      name: "BackupsTests",
      dependencies: [
        "Answers", "Backups", "CivilCalendar", "ComplianceModel", "DurableFiles", "LedgerStore",
        "TestSupport", "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "DailyRunsTests",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "DailyRuns", "TestSupport", .systemPackage,
      ]),
    .testTarget(
      name: "InspectionTests",
      dependencies: [
        "Answers", "Backups", "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel",
        "Deeds",
        "DurableFiles", "Exchange", "Inspection", "LedgerStore", "Reminders", "TestSupport",
        "Wording", "Workspace", .systemPackage,
      ],
      exclude: ["Golden"]),
    .testTarget(
      name: "DurableFilesTests", dependencies: ["DurableFiles", "TestSupport", .systemPackage]),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "DurableFiles", "LedgerStore", "TestSupport",
        .systemPackage,
      ]),
    .testTarget(
      name: "RemindersTests",
      dependencies: [
        "Answers", "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel",
        "DurableFiles", "Networking", "PlainText", "Reminders", "TestSupport", "Workspace",
        "tenggat-jaringan", .systemPackage,
      ]),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: [
        "CLinux", "CalendarFiles", "CivilCalendar", "ComplianceModel", "DurableFiles",
        "Exchange", "FuzzEntries", "LedgerStore", "TestSupport", "tenggat", .systemPackage,
      ]),
    .target(
      name: "FuzzEntries",
      dependencies: [
        "Answers", "CLinux", "CalendarFiles", "CivilCalendar", "ComplianceModel", "Deeds",
        "DurableFiles", "Exchange", "Hashing", "LedgerStore", "SpreadsheetFiles", "Spreadsheets",
        "TestSupport", "Workspace", .systemPackage,
      ],
      path: "Tests/Fuzz/Entries"),
  ]
)

// Built only when asked for: they are run by Scripts/bench, Scripts/load and Scripts/fuzz.
if Context.environment["TENGGAT_BENCH"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "LedgerStore", "Workspace",
        .systemPackage,
      ],
      exclude: ["limit.c"]))
  package.targets.append(
    .executableTarget(
      name: "PageLoad",
      dependencies: [
        "CivilCalendar", "Dashboard", "Workspace", .hummingbird, .logging, .nioCore, .systemPackage,
      ]))
}

let isFuzzing = Context.environment["TENGGAT_FUZZ"] == "1"

if isFuzzing {
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["FuzzEntries"], path: "Tests/Fuzz/Driver",
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]))
}

/// The floors that go through bytes and days one by one.
let floors: Set = [
  "CivilCalendar", "ComplianceModel", "Hashing", "DurableFiles", "CalendarFiles", "LedgerStore",
  "Compliance", "Workspace", "Deeds", "Reminders", "SpreadsheetFiles",
]

/// The targets that are written in C.
let inC: Set = ["CNoICU", "ProgramFiles"]

for target in package.targets
where target.type != .system && target.type != .plugin && !inC.contains(target.name) {
  // libFuzzer wants to see which branches are taken.
  target.swiftSettings =
    strict + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])] : [])
    + (floors.contains(target.name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])
}
