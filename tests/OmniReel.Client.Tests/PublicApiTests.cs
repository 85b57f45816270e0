using System.Reflection;
using System.Text;

namespace OmniReel.Client.Tests;

/// <summary>The public surface is a promise: a change of it shows in the golden file. <c>OMNIREEL_UPDATE_GOLDEN=1 ./test The_public_surface</c> writes it anew.</summary>
public sealed class PublicApiTests
{
    private static readonly NullabilityInfoContext s_nullability = new();

    [Fact]
    public void The_public_surface_is_the_recorded_one()
    {
        var path = Path.Combine(Checkout.Root, "tests/OmniReel.Client.Tests/Golden/public-api.txt");
        if (Environment.GetEnvironmentVariable("OMNIREEL_UPDATE_GOLDEN") is "1")
            File.WriteAllText(path, Surface());
        File.ReadAllText(path).ShouldBe(Surface());
    }

    [Fact]
    public void Whatever_waits_can_be_canceled_and_nothing_waits_in_secret()
    {
        foreach (var method in typeof(OmniReelClient).Assembly.ExportedTypes.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)))
        {
            if (!method.Name.EndsWith("Async", StringComparison.Ordinal)) continue;
            var last = method.GetParameters()[^1];
            (last.ParameterType, last.HasDefaultValue).ShouldBe((typeof(CancellationToken), true), method.ToString());
        }

        typeof(OmniReelClient).GetMethods().Where(method => typeof(Task).IsAssignableFrom(method.ReturnType)).ShouldAllBe(method => method.Name.EndsWith("Async", StringComparison.Ordinal));
    }

    private static string Surface()
    {
        var text = new StringBuilder();
        foreach (var type in typeof(OmniReelClient).Assembly.ExportedTypes.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var kind = type.IsInterface ? "interface" : type.IsValueType ? "struct" : type is { IsAbstract: true, IsSealed: true } ? "static class" : type.IsSealed ? "sealed class" : "class";
            text.Append(kind).Append(' ').Append(type.FullName);
            if (type.BaseType is { } parent && parent != typeof(object)) text.Append(" : ").Append(Name(parent));
            text.Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal)) text.Append("    ").Append(member).Append('\n');
        }

        return text.ToString();
    }

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var made in type.GetConstructors(declared)) yield return $"new({Parameters(made)})";
        foreach (var field in type.GetFields(declared)) yield return $"{Name(field.FieldType)} {field.Name} = {field.GetRawConstantValue()}";
        foreach (var property in type.GetProperties(declared).Where(property => property.Name != "EqualityContract"))
        {
            var isInit = property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Length > 0;
            var nullable = s_nullability.Create(property).ReadState == NullabilityState.Nullable && !property.PropertyType.IsValueType ? "?" : "";
            var set = property.SetMethod is not { IsPublic: true } ? "" : isInit ? " init;" : " set;";
            yield return $"{(property.GetMethod!.IsStatic ? "static " : "")}{Name(property.PropertyType)}{nullable} {property.Name} {{ get;{set} }}";
        }

        // What every record has is not our promise.
        foreach (var method in type.GetMethods(declared).Where(method => !method.IsSpecialName && method.Name is not ("Equals" or "GetHashCode" or "ToString" or "<Clone>$" or "Deconstruct")))
            yield return $"{(method.IsStatic ? "static " : "")}{Name(method.ReturnType)} {method.Name}({Parameters(method)})";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var nullable = !parameter.ParameterType.IsValueType && !parameter.ParameterType.IsByRef && s_nullability.Create(parameter).ReadState == NullabilityState.Nullable ? "?" : "";
        return $"{(parameter.IsOut ? "out " : "")}{Name(parameter.ParameterType)}{nullable} {parameter.Name}{(parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "default"}" : "")}";
    }));

    private static string Name(Type type)
    {
        if (type.IsByRef) return Name(type.GetElementType()!);
        if (Nullable.GetUnderlyingType(type) is { } value) return Name(value) + "?";
        return type.IsGenericType ? $"{type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>" : type.Name;
    }
}
