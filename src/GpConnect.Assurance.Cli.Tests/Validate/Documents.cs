namespace GpConnect.Assurance.Cli.Tests.Validate;

/// <summary>Small resources, right and wrong.</summary>
internal static class Documents
{
    public const string Valid = """{"resourceType":"Schedule","id":"a","actor":[{"display":"Dr Abara"}]}""";

    /// <summary>Schedule.actor is missing.</summary>
    public const string NotValid = """{"resourceType":"Schedule","id":"b"}""";

    public const string ValidXml = """<Schedule xmlns="http://hl7.org/fhir"><id value="a"/><actor><display value="Dr Abara"/></actor></Schedule>""";

    /// <summary>A code of a system that is not carried, under a required binding that draws on it.</summary>
    public const string Undecided = """
        {"resourceType":"AllergyIntolerance","id":"a","meta":{"profile":["http://profile.example/Coded"]},"clinicalStatus":"active","verificationStatus":"confirmed",
        "code":{"coding":[{"system":"http://codes.example","code":"apple"}]},"patient":{"reference":"Patient/1"}}
        """;

    /// <summary>Definitions for <see cref="Undecided"/>: a profile and a value set of all of a code system without content.</summary>
    public static void WriteDefinitions(TemporaryFolder folder)
    {
        folder.Write("definitions/coded.json", """
            {"resourceType":"StructureDefinition","url":"http://profile.example/Coded","name":"Coded","status":"active","kind":"resource","abstract":false,
            "type":"AllergyIntolerance","baseDefinition":"http://hl7.org/fhir/StructureDefinition/AllergyIntolerance","derivation":"constraint",
            "differential":{"element":[{"id":"AllergyIntolerance","path":"AllergyIntolerance"},{"id":"AllergyIntolerance.code","path":"AllergyIntolerance.code",
            "binding":{"strength":"required","valueSetUri":"http://codes.example/set"}}]}}
            """);
        folder.Write("definitions/set.json", """
            {"resourceType":"ValueSet","url":"http://codes.example/set","status":"active","compose":{"include":[{"system":"http://codes.example"}]}}
            """);
    }
}
