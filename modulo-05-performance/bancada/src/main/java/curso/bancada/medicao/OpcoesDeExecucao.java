package curso.bancada.medicao;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// O que se pediu a [ExecutarExperimentos] na linha de comando.
record OpcoesDeExecucao(String aula, Optional<String> nome, boolean curto, Optional<Path> json, boolean listar,
                        OptionalDouble palpite, boolean verboso, Tela tela) {

    static final String USO = """
            uso: ExecutarExperimentos --aula 03 [--nome EXPERIMENTO [--palpite N]] [--curto] [--json ARQUIVO]
                                      [--listar] [--sem-cor] [--ascii] [--largura COLUNAS] [--verboso]""";

    private static final Set<String> COM_VALOR = Set.of("--aula", "--nome", "--json", "--palpite", "--largura");
    private static final Set<String> SEM_VALOR = Set.of("--curto", "--listar", "--sem-cor", "--ascii", "--verboso");

    /// Lê os argumentos; recusa o que não conhece.
    static OpcoesDeExecucao ler(List<String> argumentos) {
        var dados = separar(argumentos);
        var aula = dados.get("--aula");
        Exigir.que(aula != null && aula.matches("\\d{2}"), "--aula %s: diga o número da aula com dois algarismos, como 03",
                aula == null ? "falta" : aula);
        Exigir.que(!dados.containsKey("--palpite") || dados.containsKey("--nome"),
                "--palpite vale para um experimento; diga qual com --nome");
        return new OpcoesDeExecucao(aula, Optional.ofNullable(dados.get("--nome")), dados.containsKey("--curto"),
                Optional.ofNullable(dados.get("--json")).map(Path::of), dados.containsKey("--listar"),
                palpite(dados.get("--palpite")), dados.containsKey("--verboso"), tela(dados));
    }

    /// O comando do curso que repete a execução de um experimento.
    String comando(String nomeDoExperimento) {
        return "./curso exemplo %s %s%s".formatted(aula, nomeDoExperimento, curto ? " --curto" : "");
    }

    private static Map<String, String> separar(List<String> argumentos) {
        var dados = new HashMap<String, String>();
        for (int i = 0; i < argumentos.size(); i++) {
            var opcao = argumentos.get(i);
            boolean conhecida = SEM_VALOR.contains(opcao) || COM_VALOR.contains(opcao);
            Exigir.que(conhecida, "opção «%s» desconhecida", opcao);
            if (COM_VALOR.contains(opcao)) {
                i++;
                Exigir.que(i < argumentos.size(), "%s pede um valor", opcao);
            }
            dados.put(opcao, argumentos.get(i));
        }
        return dados;
    }

    private static OptionalDouble palpite(String texto) {
        if (texto == null) {
            return OptionalDouble.empty();
        }
        var palpite = Numeros.ler(texto);
        Exigir.que(palpite.isPresent(), "--palpite «%s»: diga um número, como 12 ou 1,5", texto);
        return palpite;
    }

    private static Tela tela(Map<String, String> dados) {
        var tela = Tela.doProcesso();
        tela = dados.containsKey("--sem-cor") ? tela.semCor() : tela;
        tela = dados.containsKey("--ascii") ? tela.emAscii() : tela;
        var largura = dados.get("--largura");
        if (largura == null) {
            return tela;
        }
        Exigir.que(largura.matches("\\d{1,4}"), "--largura «%s»: diga o número de colunas, como 100", largura);
        return tela.comLargura(Integer.parseInt(largura));
    }
}
