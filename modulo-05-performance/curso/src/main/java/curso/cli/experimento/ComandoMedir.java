package curso.cli.experimento;

import curso.bancada.catalogo.Aula;
import curso.bancada.medicao.Ficha;
import curso.bancada.medicao.Medicoes;
import curso.bancada.medicao.Resultado;
import curso.bancada.medicao.ResultadosEmJson;
import curso.cli.nucleo.Codigo;
import curso.cli.nucleo.Contexto;
import curso.cli.nucleo.Escolha;
import curso.cli.nucleo.Opcoes;
import curso.cli.nucleo.Recusa;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Roda todos os experimentos e mostra a referência ao lado desta máquina.
@Command(name = "medir", description = "Roda todos os experimentos: a referência ao lado desta máquina.")
public final class ComandoMedir implements Callable<Integer> {

    @Mixin
    private Opcoes opcoes;

    @Parameters(paramLabel = "AULA", arity = "0..*", description = "Aulas a medir; sem elas, todas.")
    private List<String> pedidas = new ArrayList<>();

    @Option(names = "--curto", description = "O menor tamanho, só para ver funcionar.")
    private boolean curto;

    @Option(names = "--referencia", description = "Grava as medições como referência e refaz as tabelas da teoria (para quem mantém o curso).")
    private boolean referencia;

    @Option(names = "--json", description = "Escreve os resultados em JSON.")
    private boolean json;

    private final Contexto contexto;

    public ComandoMedir(Contexto contexto) {
        this.contexto = contexto;
    }

    @Override
    public Integer call() throws IOException {
        if (referencia && curto) {
            throw Recusa.de("Uma medição curta não serve de referência.", "Rode ./curso medir --referencia sem --curto, com a máquina quieta.");
        }
        var exemplos = new Exemplos(contexto);
        var fichas = new LinkedHashMap<Aula, List<Ficha>>();
        aulas().forEach(aula -> fichas.put(aula, exemplos.fichas(aula)));
        anunciar(fichas);
        var medidos = medir(fichas, new Execucao(contexto, exemplos, curto, opcoes.verboso()));
        if (json) {
            contexto.tela().saida().print(ResultadosEmJson.escrever(medidos.values().stream().flatMap(List::stream).toList()));
        } else {
            new LadoALado(contexto).mostrar(medidos);
        }
        int esperados = fichas.values().stream().mapToInt(List::size).sum();
        return medidos.values().stream().mapToInt(List::size).sum() == esperados ? Codigo.CERTO : Codigo.NAO_RESOLVIDO;
    }

    private List<Aula> aulas() {
        var catalogo = contexto.catalogo();
        return pedidas.isEmpty() ? catalogo.aulas() : pedidas.stream().map(p -> Escolha.aula(catalogo, p)).distinct().toList();
    }

    private void anunciar(Map<Aula, List<Ficha>> fichas) {
        long quantos = fichas.values().stream().mapToLong(List::size).sum();
        if (quantos == 0) {
            throw Recusa.de("Não há experimentos a medir.", "./curso mapa mostra as aulas.");
        }
        var total = fichas.values().stream().flatMap(List::stream).map(Ficha::estimativa).reduce(Duration.ZERO, Duration::plus);
        contexto.tela().aviso(quantos + (quantos == 1 ? " experimento" : " experimentos") + (curto ? ", tamanho curto."
                : ", uns " + Math.max(1, total.toMinutes()) + " min. Deixe a máquina quieta enquanto isso."));
    }

    private Map<Aula, List<Resultado>> medir(Map<Aula, List<Ficha>> fichas, Execucao execucao) throws IOException {
        var medidos = new LinkedHashMap<Aula, List<Resultado>>();
        for (var daAula : fichas.entrySet()) {
            var resultados = new ArrayList<Resultado>();
            for (var ficha : daAula.getValue()) {
                try {
                    resultados.add(execucao.rodar(ficha));
                } catch (Recusa falhou) {
                    contexto.tela().aviso("✗ " + falhou.getMessage());
                }
            }
            medidos.put(daAula.getKey(), resultados);
            guardar(daAula.getKey(), resultados);
        }
        return medidos;
    }

    private void guardar(Aula aula, List<Resultado> resultados) throws IOException {
        if (referencia && !resultados.isEmpty()) {
            new Medicoes(contexto.casa().pastaDaTeoria()).gravar(aula.numero(), resultados);
            contexto.tela().aviso("Referência da aula " + aula.numero() + " gravada em " + contexto.relativo(contexto.casa().medicoes(aula)) + ".");
        }
    }
}
