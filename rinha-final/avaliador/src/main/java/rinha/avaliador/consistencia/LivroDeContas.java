package rinha.avaliador.consistencia;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import rinha.avaliador.Achado;
import rinha.carga.Conferencia;
import rinha.carga.Pedido;
import rinha.carga.Resposta;
import rinha.carga.Texto;
import rinha.carga.TipoDeErro;
import rinha.carga.Veredito;
import rinha.carga.cenario.ConferenciaDaRinha;
import rinha.carga.cenario.Rinha2024;

/// Confere cada resposta da carga de 2024 e anota o que o servidor aceitou, para comparar com o saldo depois.
///
/// ```java
/// LivroDeContas livro = LivroDeContas.com(saldosAntes);
/// new Gerador(Plano.de(alvo, modelo, livro)).rodar();
/// Fechamento contas = livro.fechar(saldosDepois);
/// ```
///
/// Desfecho desconhecido é o pedido enviado que não teve resposta, ou que teve uma que não é 200 nem 4xx: pode ter
/// valido ou não. Só a thread do motor escreve aqui; leia depois que a carga terminou.
public final class LivroDeContas implements Conferencia {

    private final Map<Integer, Folha> folhas = new TreeMap<>();
    private final ConferenciaDaRinha conferencia;
    private final Predicate<Resposta> naoAplicou;
    private final List<Achado.Exemplo> exemplos = new ArrayList<>();
    private long inconsistencias;
    private boolean leuSaldo;

    private LivroDeContas(Map<Integer, Long> saldos, Predicate<Resposta> naoAplicou) {
        saldos.forEach((cliente, saldo) -> folhas.put(cliente, new Folha(cliente, saldo)));
        this.naoAplicou = naoAplicou;
        this.conferencia = new ConferenciaDaRinha((_, _) -> leuSaldo = true);
    }

    /// Abre o livro com o saldo de cada cliente antes da carga.
    public static LivroDeContas com(Map<Integer, Long> saldos) {
        return new LivroDeContas(saldos, _ -> false);
    }

    /// Abre o livro com um critério para reconhecer a resposta 5xx que com certeza não aplicou nada.
    ///
    /// @param naoAplicou recebe só respostas 5xx; roda na thread do motor
    public static LivroDeContas com(Map<Integer, Long> saldos, Predicate<Resposta> naoAplicou) {
        return new LivroDeContas(saldos, naoAplicou);
    }

    @Override
    public Veredito conferir(Pedido pedido, Resposta resposta) {
        Rinha2024.Operacao operacao = (Rinha2024.Operacao) pedido.contexto();
        if (operacao.tipo() != 'e') {
            anotar(operacao, resposta);
        }
        leuSaldo = false;
        Veredito veredito = conferencia.conferir(pedido, resposta);
        if (leuSaldo && veredito instanceof Veredito.CorpoErrado(String motivo)) {
            inconsistencias++;
            if (exemplos.size() < Achado.EXEMPLOS) {
                exemplos.add(new Achado.Exemplo(pedido.toString(), "200 " + Texto.resumido(resposta.texto()), motivo));
            }
        }
        return veredito;
    }

    private void anotar(Rinha2024.Operacao operacao, Resposta resposta) {
        int status = resposta.status();
        if (status == 200) {
            folha(operacao).aceita(delta(operacao));
        } else if (status < 400 || status >= 500 && !naoAplicou.test(resposta)) {
            folha(operacao).desconhecida(delta(operacao));
        }
    }

    @Override
    public void semResposta(Pedido pedido, TipoDeErro erro, boolean enviado) {
        Rinha2024.Operacao operacao = (Rinha2024.Operacao) pedido.contexto();
        if (enviado && operacao.tipo() != 'e') {
            folha(operacao).desconhecida(delta(operacao));
        }
    }

    private Folha folha(Rinha2024.Operacao operacao) {
        Folha folha = folhas.get(operacao.cliente());
        if (folha == null) {
            throw new IllegalStateException("o livro foi aberto sem o saldo do cliente " + operacao.cliente());
        }
        return folha;
    }

    private static long delta(Rinha2024.Operacao operacao) {
        return operacao.tipo() == 'c' ? operacao.valor() : -operacao.valor();
    }

    /// Respostas 200 cujo saldo, limite ou extrato não podia ser aquele.
    public long inconsistencias() {
        return inconsistencias;
    }

    /// As primeiras inconsistências.
    public List<Achado.Exemplo> exemplos() {
        return List.copyOf(exemplos);
    }

    /// Diz se este total do cliente é explicado pelas respostas.
    public boolean explica(int cliente, long total) {
        return folhas.get(cliente).fechar(total).confere();
    }

    /// Compara com os saldos lidos depois que a carga parou.
    public Fechamento fechar(Map<Integer, Long> saldos) {
        return new Fechamento(folhas.values().stream().map(f -> {
            Long visto = saldos.get(f.cliente());
            if (visto == null) {
                throw new IllegalArgumentException("falta o saldo do cliente " + f.cliente());
            }
            return f.fechar(visto);
        }).toList());
    }
}
