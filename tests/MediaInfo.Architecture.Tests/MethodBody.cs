using System.Buffers.Binary;
using System.Reflection;
using System.Reflection.Emit;

namespace MediaInfo.Architecture.Tests;

/// <summary>Reads the references in a method's instructions.</summary>
internal static class MethodBody
{
    private const byte TwoBytes = 0xFE;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static)
        .Select(field => (OpCode)field.GetValue(null)!)
        .ToDictionary(code => code.Value);

    /// <summary>The types of a method's locals, and every type, method and field in its instructions.</summary>
    public static IEnumerable<MemberInfo> MembersOf(MethodBase method)
    {
        var members = new List<MemberInfo>();
        if (method.GetMethodBody() is not { } body)
        {
            return members;
        }

        members.AddRange(body.LocalVariables.Select(local => local.LocalType));
        var typeArguments = method.DeclaringType!.GetGenericArguments();
        var methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : [];
        ReadOnlySpan<byte> code = body.GetILAsByteArray();
        while (code.Length > 0)
        {
            var instruction = OpCodesByValue[code[0] == TwoBytes ? BinaryPrimitives.ReadInt16BigEndian(code) : code[0]];
            code = code[instruction.Size..];
            if (instruction.OperandType
                is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                var token = BinaryPrimitives.ReadInt32LittleEndian(code);
                members.Add(method.Module.ResolveMember(token, typeArguments, methodArguments)!);
            }

            code = code[OperandSize(instruction, code)..];
        }

        return members;
    }

    private static int OperandSize(OpCode instruction, ReadOnlySpan<byte> operand) => instruction.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BinaryPrimitives.ReadInt32LittleEndian(operand)),
        _ => 4,
    };
}
