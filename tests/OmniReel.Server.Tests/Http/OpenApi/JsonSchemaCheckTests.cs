using System.Text.Json;

namespace OmniReel.Server.Tests.Http.OpenApi;

/// <summary>The checker sees what is wrong: everything that it lets pass is worth something only then.</summary>
public sealed class JsonSchemaCheckTests
{
    [Theory]
    [InlineData("""{"type":"string"}""", "\"a\"", true)]
    [InlineData("""{"type":"string"}""", "1", false)]
    [InlineData("""{"type":["string","null"],"enum":["a",null]}""", "null", true)]
    [InlineData("""{"type":["string","null"],"enum":["a",null]}""", "\"b\"", false)]
    [InlineData("""{"type":"integer","minimum":1,"maximum":3}""", "3", true)]
    [InlineData("""{"type":"integer","minimum":1,"maximum":3}""", "4", false)]
    [InlineData("""{"type":"integer"}""", "1.5", false)]
    [InlineData("""{"type":"string","pattern":"^[0-9]{2}$"}""", "\"123\"", false)]
    [InlineData("""{"type":"string","maxLength":1}""", "\"🎬\"", true)]
    [InlineData("""{"type":"string","maxLength":1}""", "\"ab\"", false)]
    [InlineData("""{"type":"string","minLength":1}""", "\"\"", false)]
    [InlineData("""{"const":0}""", "1", false)]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":2}""", "[1,2]", true)]
    [InlineData("""{"type":"array","items":{"type":"integer"},"minItems":1,"maxItems":2}""", "[1,\"2\"]", false)]
    [InlineData("""{"type":"array","maxItems":1}""", "[1,2]", false)]
    [InlineData("""{"type":"array","minItems":1}""", "[]", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}""", """{"a":1}""", true)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}},"required":["a"]}""", "{}", false)]
    [InlineData("""{"type":"object","properties":{"a":{"type":"integer"}}}""", """{"a":1,"b":2}""", false)]
    [InlineData("""{"type":"object","additionalProperties":true}""", """{"b":2}""", true)]
    [InlineData("""{"type":"object","additionalProperties":{"type":"string"}}""", """{"b":2}""", false)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "1", true)]
    [InlineData("""{"anyOf":[{"type":"string"},{"type":"integer"}]}""", "true", false)]
    [InlineData("""{"$ref":"#/components/schemas/A"}""", """{"a":{"a":{}}}""", true)]
    [InlineData("""{"$ref":"#/components/schemas/A"}""", """{"a":{"a":{"b":1}}}""", false)]
    [InlineData("""{"type":"string","prefixItems":[]}""", "\"a\"", false)]
    public void Good_values_pass_and_bad_ones_do_not(string schema, string value, bool isGood)
    {
        using var document = JsonDocument.Parse("""{"components":{"schemas":{"A":{"type":"object","properties":{"a":{"$ref":"#/components/schemas/A"}}}}}}""");
        using var one = JsonDocument.Parse(schema);
        using var held = JsonDocument.Parse(value);
        new JsonSchemaCheck(document.RootElement).Faults(one.RootElement, held.RootElement).Count.ShouldBe(isGood ? 0 : 1);
    }
}
