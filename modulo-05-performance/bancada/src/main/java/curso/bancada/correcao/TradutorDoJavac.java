package curso.bancada.correcao;

import java.util.Map;

/// Diz em português os erros de compilação mais comuns, a partir do código estável do javac.
final class TradutorDoJavac {

    private static final Map<String, String> POR_CODIGO = Map.ofEntries(
            Map.entry("compiler.err.cant.resolve", "Nome não encontrado. Falta um import ou há um erro de digitação?"),
            Map.entry("compiler.err.cant.resolve.location", "Nome não encontrado. Falta um import ou há um erro de digitação?"),
            Map.entry("compiler.err.cant.resolve.location.args", "Método não encontrado com esses argumentos."),
            Map.entry("compiler.err.expected", "Falta um sinal ou uma palavra antes deste ponto."),
            Map.entry("compiler.err.expected2", "Falta um sinal ou uma palavra antes deste ponto."),
            Map.entry("compiler.err.expected3", "Falta um sinal ou uma palavra antes deste ponto."),
            Map.entry("compiler.err.premature.eof", "O arquivo acabou antes da hora. Falta fechar uma chave?"),
            Map.entry("compiler.err.not.stmt", "Isto não é um comando."),
            Map.entry("compiler.err.illegal.start.of.expr", "Uma expressão não pode começar assim."),
            Map.entry("compiler.err.prob.found.req", "O tipo encontrado não é o tipo exigido."),
            Map.entry("compiler.err.unreported.exception.need.to.catch.or.throw",
                    "Exceção verificada: trate-a com try/catch ou declare-a com throws."),
            Map.entry("compiler.err.missing.ret.stmt", "Falta um return neste método."),
            Map.entry("compiler.err.var.might.not.have.been.initialized", "A variável pode não ter recebido valor."),
            Map.entry("compiler.err.local.var.accessed.from.icls.needs.final",
                    "Uma variável usada dentro de lambda ou classe interna não pode mudar de valor."),
            Map.entry("compiler.err.cant.ref.non.effectively.final.var",
                    "Uma variável usada dentro de lambda ou classe interna não pode mudar de valor."),
            Map.entry("compiler.err.already.defined", "Este nome já foi declarado."),
            Map.entry("compiler.err.does.not.override.abstract", "Falta implementar um método."),
            Map.entry("compiler.err.unreachable.stmt", "Este comando nunca seria alcançado."),
            Map.entry("compiler.err.doesnt.exist", "O pacote importado não existe."),
            Map.entry("compiler.err.cant.apply.symbol", "Os argumentos não combinam com os parâmetros do método."),
            Map.entry("compiler.err.cant.apply.symbols", "Nenhuma versão do método aceita esses argumentos."),
            Map.entry("compiler.err.unclosed.str.lit", "Faltam aspas para fechar o texto."));

    private TradutorDoJavac() {}

    static String traduzir(String codigo) {
        return POR_CODIGO.getOrDefault(codigo, "");
    }
}
