using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace MediaInfo.Api.Tests.Growth;

/// <summary>Rewrites an assembly so that it counts its steps. See <see cref="StepCount"/>.</summary>
internal static class Instrumentation
{
    private static readonly string[] SearchedTypes = ["System.String", "System.MemoryExtensions", "System.Text.Unicode.Utf8"];
    private static readonly string[] Searches = ["IndexOf", "LastIndexOf", "Contains", "CommonPrefixLength", "IsValid"];

    /// <summary>Returns the assembly, instrumented.</summary>
    /// <param name="path">The assembly's file.</param>
    /// <param name="isCounted">Whether a type is instrumented.</param>
    public static Stream Of(string path, Func<TypeDefinition, bool> isCounted)
    {
        using var module = ModuleDefinition.ReadModule(path);

        // The runtime's own assemblies contain machine code besides the IL. It is dropped.
        (module.Attributes, module.Architecture) = (ModuleAttributes.ILOnly, TargetArchitecture.I386);
        var step = module.ImportReference(typeof(StepCount).GetMethod(nameof(StepCount.Add)));
        var searches = typeof(CountedSearches).GetMethods().Where(method => method.IsStatic)
            .Select(method => module.ImportReference(method)).ToDictionary(KeyOf, StringComparer.Ordinal);
        foreach (var method in module.GetTypes().Where(isCounted).SelectMany(type => type.Methods).Where(
            method => method.HasBody))
        {
            Rewrite(method.Body, step, searches);
        }

        var rewritten = new MemoryStream();
        module.Write(rewritten);
        rewritten.Position = 0;
        return rewritten;
    }

    private static void Rewrite(MethodBody body, MethodReference step, Dictionary<string, MethodReference> searches)
    {
        body.SimplifyMacros();
        var code = body.GetILProcessor();
        var places = body.Instructions
            .Select((instruction, place) => (instruction, place))
            .ToDictionary(pair => pair.instruction, pair => pair.place);
        foreach (var (instruction, place) in places)
        {
            if (instruction.Operand is MethodReference called && IsSearch(called) && CountedOf(called, searches) is { } counted)
            {
                (instruction.OpCode, instruction.Operand) = (OpCodes.Call, counted);
            }

            if (TargetsOf(instruction).Any(target => places[target] <= place))
            {
                // Jumps to this jump must be counted too, so the count replaces the jump and a copy of the jump follows it.
                code.InsertAfter(instruction, CopyOf(instruction));
                (instruction.OpCode, instruction.Operand) = (OpCodes.Call, step);
            }
        }

        code.InsertBefore(body.Instructions[0], code.Create(OpCodes.Call, step));
        body.OptimizeMacros();
    }

    private static Instruction[] TargetsOf(Instruction instruction) => instruction.Operand switch
    {
        Instruction target => [target],
        Instruction[] targets => targets,
        _ => [],
    };

    private static Instruction CopyOf(Instruction jump)
    {
        var copy = Instruction.Create(OpCodes.Nop);
        (copy.OpCode, copy.Operand) = (jump.OpCode, jump.Operand);
        return copy;
    }

    private static bool IsSearch(MethodReference called) =>
        SearchedTypes.Contains(called.DeclaringType.FullName, StringComparer.Ordinal)
        && Searches.Any(name => called.Name.StartsWith(name, StringComparison.Ordinal));

    // Null for an overload that only the runtime's code uses.
    private static MethodReference? CountedOf(MethodReference called, Dictionary<string, MethodReference> searches)
    {
        if (!searches.TryGetValue(KeyOf(called.GetElementMethod()), out var counted))
        {
            return called.Module.Assembly.Name.Name.StartsWith("MediaInfo.", StringComparison.Ordinal)
                ? throw new NotSupportedException($"{nameof(CountedSearches)} lacks a form of {called.FullName}")
                : null;
        }

        if (called is not GenericInstanceMethod generic)
        {
            return counted;
        }

        var closed = new GenericInstanceMethod(counted);
        generic.GenericArguments.ToList().ForEach(closed.GenericArguments.Add);
        return closed;
    }

    // The text is the first parameter, for extension methods and instance methods alike.
    private static string KeyOf(MethodReference method) => string.Join(
        ' ',
        method.Parameters.Select(parameter => NameOf(parameter.ParameterType))
            .Prepend(method.HasThis ? method.DeclaringType.FullName : "")
            .Where(name => name.Length > 0)
            .Prepend(method.Name));

    private static string NameOf(TypeReference type) => type switch
    {
        GenericParameter parameter => $"!!{parameter.Position}",
        GenericInstanceType generic =>
            $"{generic.ElementType.FullName}<{string.Join(',', generic.GenericArguments.Select(NameOf))}>",
        _ => type.FullName,
    };
}
