// swift-tools-version: 6.3

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
  static let crypto: Self = .product(name: "Crypto", package: "swift-crypto")
  static let nioCore: Self = .product(name: "NIOCore", package: "swift-nio")
  static let nioHTTP1: Self = .product(name: "NIOHTTP1", package: "swift-nio")
  static let subprocess: Self = .product(name: "Subprocess", package: "swift-subprocess")
  static let systemPackage: Self = .product(name: "SystemPackage", package: "swift-system")
}

let package = Package(
  name: "tenggat",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CivilCalendar"),
    .target(name: "ComplianceModel", dependencies: ["CivilCalendar"]),
    .target(name: "DurableFiles", dependencies: ["CLinux", .systemPackage]),
    .target(
      name: "CalendarFiles",
      dependencies: ["CivilCalendar", "ComplianceModel", "DurableFiles", "Yams"]),
    .target(
      name: "LedgerStore",
      dependencies: ["CivilCalendar", "ComplianceModel", "DurableFiles", .crypto, .systemPackage]),
    .target(name: "Compliance", dependencies: ["CivilCalendar", "ComplianceModel"]),
    .target(
      name: "Exchange",
      dependencies: [
        "CLibXML2", "CivilCalendar", "ComplianceModel", "Compliance", "DurableFiles",
      ]),
    .target(
      name: "Workspace",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "LedgerStore", .systemPackage,
      ],
      // The calendars and schemas lie at the top of the repository, where people look for them.
      path: ".",
      exclude: [
        "CHANGELOG.md", "LICENSE", "README.md", "Scripts", "Tests",
        "Sources/Workspace/Documentation.docc",
      ]
        + [
          "Benchmarks", "CLibXML2", "CLinux", "CalendarFiles", "CivilCalendar", "Compliance",
          "ComplianceModel",
          "DurableFiles", "Exchange", "Inspection", "LedgerStore", "Reminders", "TestSupport",
          "tenggat",
        ].map { "Sources/\($0)" },
      sources: ["Sources/Workspace"],
      resources: [.copy("Calendars"), .copy("Exports")]),
    .target(
      name: "Reminders",
      dependencies: [
        "CLinux", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        .asyncHTTPClient, .crypto, .nioCore, .nioHTTP1, .subprocess, .systemPackage,
      ]),
    .target(
      name: "Inspection",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "Exchange", "LedgerStore", "Reminders", "Workspace", .systemPackage,
      ]),
    .executableTarget(
      name: "tenggat",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles", "Exchange",
        "Inspection", "LedgerStore", "Reminders", "Workspace", .argumentParser, .systemPackage,
      ]),
    .target(
      name: "TestSupport",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "DurableFiles", "LedgerStore", "Workspace",
        .systemPackage,
      ]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "CLibXML2", "CivilCalendar", "Compliance", "ComplianceModel", "Exchange", "TestSupport",
      ],
      exclude: ["Golden"]),
    .testTarget(name: "SampleTests", dependencies: ["Exchange", "TestSupport"]),
    .testTarget(
      name: "tenggatTests", dependencies: ["CivilCalendar", "TestSupport", "tenggat"],
      exclude: ["Golden"]),
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
      name: "WorkspaceTests",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles", "LedgerStore",
        "TestSupport", "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "InspectionTests",
      dependencies: [
        "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles", "Exchange",
        "Inspection", "LedgerStore", "TestSupport", "Workspace", .systemPackage,
      ]),
    .testTarget(
      name: "DurableFilesTests", dependencies: ["DurableFiles", "TestSupport", .systemPackage]),
    .testTarget(
      name: "LedgerStoreTests",
      dependencies: [
        "CivilCalendar", "ComplianceModel", "DurableFiles", "LedgerStore", "TestSupport", .crypto,
        .systemPackage,
      ]),
    .testTarget(
      name: "RemindersTests",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "Compliance", "ComplianceModel", "DurableFiles",
        "LedgerStore", "Reminders", "TestSupport", "Workspace", .crypto, .systemPackage,
      ]),
    .testTarget(
      name: "ReliabilityTests",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "ComplianceModel", "DurableFiles", "FuzzEntries",
        "LedgerStore", "TestSupport", "tenggat", .crypto, .systemPackage,
      ]),
    .target(
      name: "FuzzEntries",
      dependencies: [
        "CalendarFiles", "CivilCalendar", "ComplianceModel", "DurableFiles", "LedgerStore",
        "Workspace", .crypto, .systemPackage,
      ],
      path: "Tests/Fuzz/Entries"),
  ]
)

// Built only when asked for: they are run by Scripts/bench and Scripts/fuzz.
if Context.environment["TENGGAT_BENCH"] == "1" {
  package.targets.append(
    .executableTarget(
      name: "Benchmarks",
      dependencies: ["CivilCalendar", "ComplianceModel", "LedgerStore", .systemPackage]))
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
  "CivilCalendar", "ComplianceModel", "DurableFiles", "CalendarFiles", "LedgerStore", "Compliance",
  "Workspace", "Reminders",
]

for target in package.targets where target.type != .system {
  // libFuzzer wants to see which branches are taken.
  target.swiftSettings =
    strict + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer", "-parse-as-library"])] : [])
    + (floors.contains(target.name) ? [.unsafeFlags(["-O"], .when(configuration: .debug))] : [])
}
