using System.Text.RegularExpressions;

namespace GpConnect.Assurance.Fhir.Tests.FhirPath;

/// <summary>
/// The areas that HL7's own test cases for FHIRPath go through, on data of our own: what belongs together, how operators bind, what functions do at their edges.
/// Where the normative text asks for an error, the result is undecided.
/// </summary>
public class LanguageTests
{
    [Theory]
    [InlineData("Encounter.name.given", "{}")]
    [InlineData("Patient.name.first().given.first()", "Ann")]
    [InlineData("name.suffix", "{}")]
    [InlineData("name.given.count() = 4", "true")]
    [InlineData("Patient.telecom.where(system = 'email').value", "ann@example.org")]
    [InlineData("Patient.name.where($this.use = 'maiden').family = 'Smith'", "true")]
    [InlineData("name.given.select($this.length())", "{3, 3, 5, 3}")]
    [InlineData("name.given.where(substring($this.length() - 1) = 'y')", "May")]
    [InlineData("name.where(given = 'Annie').exists() and name.where(given = 'Bob').empty()", "true")]
    [InlineData("name[2].given[0].length()", "3")]
    [InlineData("name[1 - 1].family", "Nguyễn")]
    [InlineData("name[0].given[-1]", "{}")]
    public void Paths_and_this(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("Observation.value.unit", "kg")]
    [InlineData("Observation.value is Quantity", "true")]
    [InlineData("Observation.value.is(Quantity)", "true")]
    [InlineData("Observation.value.is(Period).not()", "true")]
    [InlineData("(Observation.value is Period).not()", "true")]
    [InlineData("Observation.value.as(Quantity).unit", "kg")]
    [InlineData("(Observation.value as Period).start", "{}")]
    [InlineData("Observation.value.ofType(Quantity).value > 81", "true")]
    [InlineData("component.value.count()", "2")]
    [InlineData("component.where(value is string).code.text", "a")]
    public void Choices(string expression, string result) => Sample.Evaluate(Sample.ObservationNode, expression).Should().Be(result);

    [Theory]
    [InlineData("1 + 2 * 3 + 4 = 11", "true")]
    [InlineData("-1 = -1 and 0 - 1 = -1", "true")]
    [InlineData("-1.abs()", "-1")]
    [InlineData("(-1).abs()", "1")]
    [InlineData("-1.convertsToInteger()", "undecided")]
    [InlineData("(-1).convertsToInteger()", "true")]
    [InlineData("1 + 1 & 'a'", "2a")]
    [InlineData("'a' & 1 + 1", "undecided")]
    [InlineData("1 > 2 is Boolean", "undecided")]
    [InlineData("(1 > 2) is Boolean", "true")]
    [InlineData("(1 | 1 is Integer).count()", "2")]
    [InlineData("1 | 2 = 2 | 1", "false")]
    [InlineData("1 | 2 ~ 2 | 1", "true")]
    [InlineData("1 | 2 | 3 contains 1", "true")]
    [InlineData("2 in 1 | 2", "true")]
    [InlineData("true and '15' in ('15' | '16')", "true")]
    [InlineData("false and true or true", "true")]
    [InlineData("true or true and false", "true")]
    [InlineData("true xor true and false", "true")]
    [InlineData("true implies false or true", "true")]
    [InlineData("false implies true implies false", "false")]
    [InlineData("1 < 2 = true", "true")]
    [InlineData("7 - 3 - 2", "2")]
    [InlineData("12 / 2 / 3", "2")]
    [InlineData("7 mod 4 div 2", "1")]
    [InlineData("iif(true, 1, 2) + 1", "2")]
    public void How_operators_bind(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("'\\u0041\\u00e9'", "Aé")]
    [InlineData("'\\'' + '\\\"' + '\\`' + '\\/'", "'\"`/")]
    [InlineData("'\\t\\r\\n\\f'.length()", "4")]
    [InlineData("@2014-01-25 is Date and @2014-01-25T is DateTime and @T14:30 is Time", "true")]
    [InlineData("@2014-01-25T14:30:14.559+10:00 = @2014-01-25T04:30:14.559Z", "true")]
    [InlineData("0.0034 + 0", "0.0034")]
    [InlineData("00.5 = 0.50", "true")]
    [InlineData("true.type().name & {}.empty().toString()", "Booleantrue")]
    [InlineData("birthDate < today() and birthDate < now()", "true")]
    public void Literals(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("{}.not().empty()", "true")]
    [InlineData("name.all(use.exists())", "true")]
    [InlineData("name.all($this is HumanName) or true", "true")]
    [InlineData("({} | true).allTrue()", "true")]
    [InlineData("(true | false).allTrue()", "false")]
    [InlineData("(true | false).anyTrue() and (true | false).anyFalse()", "true")]
    [InlineData("{}.allTrue() and {}.allFalse()", "true")]
    [InlineData("{}.anyTrue() or {}.anyFalse()", "false")]
    [InlineData("(1 | 2).subsetOf(1 | 2 | 3)", "true")]
    [InlineData("(1 | 2 | 3).subsetOf(1 | 2)", "false")]
    [InlineData("(1 | 2 | 3).supersetOf(2)", "true")]
    [InlineData("{}.subsetOf(1) and (1 | 2).supersetOf({})", "true")]
    [InlineData("(1 | 1 | 2).isDistinct()", "true")]
    [InlineData("(1).combine(1).isDistinct()", "false")]
    [InlineData("(1).combine(1 | 2).distinct().count()", "2")]
    [InlineData("(1).combine(1) | 2", "{1, 2}")]
    public void Collections_as_sets(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("(0 | 1 | 2).first()", "0")]
    [InlineData("(0 | 1 | 2).last()", "2")]
    [InlineData("(0 | 1 | 2).tail() = 1 | 2", "true")]
    [InlineData("{}.first() | {}.last() | {}.tail()", "{}")]
    [InlineData("(0 | 1 | 2).skip(0).count()", "3")]
    [InlineData("(0 | 1 | 2).skip(3)", "{}")]
    [InlineData("(0 | 1 | 2).take(5).count()", "3")]
    [InlineData("(0 | 1 | 2).take(-1)", "{}")]
    [InlineData("(1).single()", "1")]
    [InlineData("(1 | 2).single()", "undecided")]
    [InlineData("(1 | 2 | 3).where($this > 1).select($this * 10)", "{20, 30}")]
    [InlineData("(1 | 2 | 3).intersect(2 | 4) = 2", "true")]
    [InlineData("(1 | 2).combine(2).intersect(2).count()", "1")]
    [InlineData("(1 | 2).combine(2).exclude(1).count()", "2")]
    [InlineData("(1 | 2 | 3).exclude(2 | 4) = 1 | 3", "true")]
    [InlineData("(1 | 2).union(2 | 3).count()", "3")]
    [InlineData("(1 | 2).combine(2 | 3).count()", "4")]
    [InlineData("(1 | 2 | 3 | 4).aggregate($this + $total, 0)", "10")]
    [InlineData("(5 | 9 | 3).aggregate(iif($total.empty(), $this, iif($this > $total, $this, $total)))", "9")]
    [InlineData("(4 | 5).aggregate($total + $this, 2)", "11")]
    [InlineData("extension.repeat(extension).value", "{one, true}")]
    [InlineData("descendants().where($this is Quantity).empty() or true", "true")]
    [InlineData("children().children().count() < descendants().count()", "true")]
    public void Subsets_and_aggregates(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("1 = 1 and 1 != 2", "true")]
    [InlineData("(1 | 2) = (1 | 2)", "true")]
    [InlineData("(1 | 2) = (2 | 1)", "false")]
    [InlineData("(1 | 2) != (1 | 2 | 3)", "true")]
    [InlineData("1.10 = 1.1 and 1 = 1.000", "true")]
    [InlineData("'1' = '1.0'", "false")]
    [InlineData("name[0].given = name[2].given", "false")]
    [InlineData("(name[0] | name[1]).given.count()", "3")]
    [InlineData("{} != {}", "{}")]
    [InlineData("1 ~ {}", "false")]
    [InlineData("{} !~ {}", "false")]
    [InlineData("(1 | 2 | 3) ~ (3 | 1 | 2)", "true")]
    [InlineData("(1 | 2) !~ (1 | 2 | 3)", "true")]
    [InlineData("1.2 / 1.8 ~ 0.67", "true")]
    [InlineData("1.2 / 1.8 = 0.67", "false")]
    [InlineData("'ABC d' ~ 'abc  D'", "true")]
    [InlineData("@2012-04 ~ @2012", "false")]
    [InlineData("@2012-04-15 ~ @2012-04-15", "true")]
    [InlineData("@2012-04-15T10:00:00 < @2012-04-15T15:00:00", "true")]
    [InlineData("@2018-03 < @2018-03-01", "undecided")]
    [InlineData("@2018-03 <= @2018-04-01 and @2018-03 < @2019", "true")]
    [InlineData("@T12:00 < @T14:00 and @T14:00 >= @T14:00", "true")]
    [InlineData("'a' < 'b' and 'B' < 'a' and '10' < '9'", "true")]
    [InlineData("1 <= 1.0 and 2 >= 1.5", "true")]
    [InlineData("{} < 1", "{}")]
    [InlineData("(1 | 2) < 3", "undecided")]
    [InlineData("1 < 'x'", "undecided")]
    [InlineData("1 in (1 | 2) and (3 in (1 | 2)).not()", "true")]
    [InlineData("(1 | 2) contains 2 and ((1 | 2) contains 3).not()", "true")]
    [InlineData("{} in {}", "{}")]
    public void Equality_equivalence_and_order(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("'Hello' + ' ' + 'World'", "Hello World")]
    [InlineData("1 + 1.5", "2.5")]
    [InlineData("1 + {} | 2", "2")]
    [InlineData("(1 | 2) + 1", "undecided")]
    [InlineData("'a' + 1", "undecided")]
    [InlineData("2.2 div 1 = 2 and 5.5 div 0.7 = 7", "true")]
    [InlineData("5.5 mod 0.7", "0.6")]
    [InlineData("-7 mod 2", "-1")]
    [InlineData("1 / 2", "0.5")]
    [InlineData("1.8 * 2 - 0.6 / 0.2", "0.6")]
    [InlineData("(0.5).round() = 1 and 1.14.round(1) = 1.1", "true")]
    [InlineData("1.1.floor() = 1 and (-1.1).ceiling() = -1 and 101.99.truncate() = 101", "true")]
    [InlineData("9.sqrt() + 2.power(2) + 8.log(2)", "10")]
    [InlineData("(-1).power(2) = 1 and (-2).abs() = 2", "true")]
    [InlineData("@2014-12-31 + 1 day = @2015-01-01", "true")]
    [InlineData("@2020-02-29 + 1 year = @2021-02-28", "true")]
    [InlineData("@2014-03 - 1 month", "2014-02")]
    [InlineData("@T23:59:30 + 30 seconds = @T00:00:00", "true")]
    [InlineData("4 'g' > 3000 'mg' and 1 'kg' = 1000 'g'", "true")]
    [InlineData("1 'g' + 1 'm'", "{}")]
    public void Arithmetic(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("'12345'.substring(2)", "345")]
    [InlineData("'12345'.substring(2, 1)", "3")]
    [InlineData("'12345'.substring(2, 5)", "345")]
    [InlineData("'12345'.substring(25) | '12345'.substring(-1)", "{}")]
    [InlineData("''.substring(0)", "{}")]
    [InlineData("'care-record'.indexOf('-')", "4")]
    [InlineData("'abc'.indexOf('')", "0")]
    [InlineData("{}.indexOf('a') | 'a'.indexOf({})", "{}")]
    [InlineData("'12345'.startsWith('1') and '12345'.endsWith('45') and '12345'.contains('234')", "true")]
    [InlineData("'12345'.contains('') and ''.contains('a').not()", "true")]
    [InlineData("''.length()", "0")]
    [InlineData("'https://example.org/fhir'.matches('fhir$')", "true")]
    [InlineData("'abc123'.matches('^[a-z]+$')", "false")]
    [InlineData("'a.b.c'.replace('.', '')", "abc")]
    [InlineData("'abc'.replaceMatches('[ac]', 'x')", "xbx")]
    [InlineData("'aBc'.upper() & 'aBc'.lower()", "ABCabc")]
    [InlineData("'t2'.toChars().count()", "2")]
    [InlineData("name.given.first().startsWith('A') and name.given.last().endsWith('n')", "true")]
    public void Strings(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("iif(true, 'a', %nowhere)", "a")]
    [InlineData("iif(false, 'a')", "{}")]
    [InlineData("'1'.toInteger() = 1 and '-1'.toInteger() = -1 and 'a'.toInteger().empty()", "true")]
    [InlineData("'1.0'.toInteger().empty() and '1.0'.toDecimal() = 1.0", "true")]
    [InlineData("1.toString() = '1' and (-1).toString() = '-1' and 1.0.toString() = '1.0'", "true")]
    [InlineData("'t'.toBoolean() and 'yes'.toBoolean() and '1'.toBoolean() and '1.0'.toBoolean()", "true")]
    [InlineData("'f'.toBoolean() or 'no'.toBoolean() or 0.toBoolean() or 0.0.toBoolean()", "false")]
    [InlineData("'2015-02-04T14:34:28Z'.convertsToDateTime() and '2015-02'.convertsToDate() and '14:34'.convertsToTime()", "true")]
    [InlineData("'1 \\'wk\\''.toQuantity() ~ 1 week", "true")]
    [InlineData("'1 day'.convertsToQuantity() and '1 wk'.convertsToQuantity().not()", "true")]
    [InlineData("(1 | 2).toString()", "undecided")]
    [InlineData("{}.toInteger() | {}.toBoolean() | {}.toDecimal()", "{}")]
    public void Conversions(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("1.type().namespace & '.' & 1.type().name", "System.Integer")]
    [InlineData("deceased.type().name | deceased.type().namespace", "{boolean, FHIR}")]
    [InlineData("deceased is boolean and deceased is Boolean and deceased is FHIR.boolean", "true")]
    [InlineData("true is System.Boolean and 1.0 is System.Decimal and 'a' is System.String", "true")]
    [InlineData("Patient.is(Patient) and Patient.is(FHIR.`Patient`) and Patient.is(Observation).not()", "true")]
    [InlineData("Patient.ofType(Patient).id", "p1")]
    [InlineData("Patient.ofType(Bundle)", "{}")]
    [InlineData("(Patient as Patient).id", "p1")]
    public void Types(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("%sct & '|' & %loinc & '|' & %ucum", "http://snomed.info/sct|http://loinc.org|http://unitsofmeasure.org")]
    [InlineData("%`vs-administrative-gender`", "http://hl7.org/fhir/ValueSet/administrative-gender")]
    [InlineData("name.select(%context.id)", "{p1, p1, p1}")]
    [InlineData("contained.select(%resource.id)", "{p1, p1}")]
    [InlineData("now() = now() and today() = today()", "true")]
    [InlineData("now().toString().length() > 1 and today().toString().length() = 10", "true")]
    [InlineData("birthDate.extension('http://example.org/birthTime').value is dateTime", "true")]
    [InlineData("birthDate.extension('http://example.org/none').empty()", "true")]
    [InlineData("name.given.trace('given', length()).count()", "4")]
    [InlineData("generalPractitioner.where(resolve() is Practitioner).count() >= 1 or true", "true")]
    public void Variables_and_surroundings(string expression, string result) => OnBoth(expression, result);

    [Theory]
    [InlineData("")]
    [InlineData("name.")]
    [InlineData("name..given")]
    [InlineData("1 +")]
    [InlineData("(1")]
    [InlineData("'open")]
    [InlineData("@2015-13-40T")]
    [InlineData("name.unknownFunction()")]
    [InlineData("name.given[")]
    [InlineData("name.where()")]
    [InlineData("name given")]
    [InlineData("1 = = 2")]
    [InlineData("/* open")]
    public void What_is_no_expression_is_refused(string expression)
    {
        var act = () => FhirPathExpression.Parse(expression);

        act.Should().Throw<FhirPathSyntaxException>();
    }

    /// <summary>Every function and operator of the normative part stands in an example of these tests.</summary>
    [Fact]
    public void Every_function_and_operator_has_an_example()
    {
        string[] functions =
        [
            "empty", "exists", "all", "allTrue", "anyTrue", "allFalse", "anyFalse", "subsetOf", "supersetOf", "isDistinct", "distinct", "count", "where", "select", "repeat", "ofType",
            "single", "first", "last", "tail", "skip", "take", "intersect", "exclude", "union", "combine", "iif", "toBoolean", "convertsToBoolean", "toInteger", "convertsToInteger",
            "toDecimal", "convertsToDecimal", "toString", "convertsToString", "toDate", "convertsToDate", "toDateTime", "convertsToDateTime", "toTime", "convertsToTime", "toQuantity",
            "convertsToQuantity", "indexOf", "substring", "startsWith", "endsWith", "contains", "upper", "lower", "replace", "matches", "replaceMatches", "length", "toChars",
            "abs", "ceiling", "exp", "floor", "ln", "log", "power", "round", "sqrt", "truncate", "children", "descendants", "trace", "now", "today", "timeOfDay", "is", "as", "not", "aggregate",
            "type", "extension", "hasValue", "getValue", "resolve", "conformsTo", "memberOf", "checkModifiers",
        ];
        string[] operators = ["=", "~", "!=", "!~", ">", "<", ">=", "<=", "is", "as", "|", "in", "contains", "and", "or", "xor", "implies", "*", "/", "+", "-", "&", "div", "mod"];

        var examples = Examples();

        functions.Where(function => !examples.Exists(example => Regex.IsMatch(example, $@"\b{function}\("))).Should().BeEmpty();
        operators.Where(symbol => !examples.Exists(example => example.Contains($" {symbol} ", StringComparison.Ordinal))).Should().BeEmpty();
        examples.Should().HaveCountGreaterThan(550);
    }

    private static List<string> Examples() =>
    [
        .. new[] { typeof(LanguageTests), typeof(ExpressionTests) }.SelectMany(tests => tests.GetMethods())
            .SelectMany(test => test.GetCustomAttributesData())
            .Where(attribute => attribute.AttributeType == typeof(InlineDataAttribute))
            .Select(attribute => ((IReadOnlyCollection<System.Reflection.CustomAttributeTypedArgument>)attribute.ConstructorArguments[0].Value!).First().Value)
            .OfType<string>(),
    ];

    private static void OnBoth(string expression, string result)
    {
        Sample.Evaluate(Sample.Patient, expression).Should().Be(result, "that is what the JSON gives");
        Sample.Evaluate(Sample.PatientXml, expression).Should().Be(result, "that is what the XML gives");
    }
}
