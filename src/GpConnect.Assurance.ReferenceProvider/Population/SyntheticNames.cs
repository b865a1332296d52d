namespace GpConnect.Assurance.ReferenceProvider.Population;

/// <summary>Names, streets and towns that say of themselves that they are made up, some with letters beyond ASCII.</summary>
internal static class SyntheticNames
{
    public static readonly string[] Families =
    [
        "Testerley", "Samplewood", "Mockridge", "Dummond", "Fakenham-Test", "Trialson",
        "O’Synthetic", "Specimenová", "Dräftmann", "Placeholder", "Prototypos", "Stubbington-Test",
    ];

    public static readonly string[] Female = ["Ada", "Beryl", "Chloë", "Dilys", "Esme", "Fatima", "Zoë"];

    public static readonly string[] Male = ["Alun", "Basil", "Cian", "Dev", "Łukasz", "Femi", "René"];

    public static readonly string[] Streets = ["Sample Street", "Mock Lane", "Fixture Road", "Stub Avenue", "Example Close"];

    public static readonly string[] Towns = ["Testington", "Mockton-on-Sea", "Sampleford", "Little Fixture"];
}
